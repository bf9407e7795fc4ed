/** What the metal in so many pieces costs: however they are counted, and what each of them is made of. */
import { describe } from 'vitest';
import { loadCatalog } from '#src/platform/catalog.ts';
import { checkRows, type Row } from '../rows.ts';

const catalog = await loadCatalog({ dataDir: 'tests/pure/packs', faqDir: 'faq', defaultMetal: 'neodymium' });

const check = (rows: readonly Row[]) => checkRows(rows, catalog);

describe('pieces that are counted apart from what each of them holds', () => {
  check([
    [
      'We make 9,000 spindle drives with 0.4 kg of magnets in each, nd cost 2023',
      /^The neodymium in 3,600 kg of NdFeB/,
    ],
    ['2,000 stepper motors a year with 0.5 kg nd in each, 2023', /^1,000 kg a year.*\$110,000 a year/],
    ['a pump needs 0.9 kg nd, 700 pcs, 2024', /^630 kg.*\$78,750/],
    ['magnet mass 0.6 kg, 30 % nd, 500 generators, 2024', /300 kg of NdFeB magnets, 2024: \$11,250/],
    ['6 magnets of 50 g per stator, 4000 stators, nd cost 2023', /1,200 kg of NdFeB magnets, 2023/],
    ['each actuator has 4 magnets of 25 g, 6,000 pieces, nd value 2023', /600 kg of NdFeB magnets, 2023/],
    ['50 robots, 8 servos per robot, 100 g nd per servo, 2024', /^40 kg.*\$5,000/],
    ['4 crates with 20 boxes of 5 kg each, nd 2024', /^400 kg.*\$50,000/],
    ['20,000 trinkets, 0.5 g of neodymium each, 2023', /^10 kg.*\$1,100/],
    ['speakers take 2 g each, 1 million speakers, nd 2024', /^2,000 kg.*\$250,000/],
    ['40 EV motors each requiring 1.5 kg of nd, 2024', /^60 kg.*\$7,500/],
    ['25 g x 8000 pcs nd 2024', /^200 kg.*\$25,000/, /not use/],
    ['set: 5 magnets x 10 g, 8,000 sets, nd cost 2024', /400 kg of NdFeB magnets, 2024/],
    ['three magnets of 20 g each in every drone, 5,000 drones, nd cost 2023', /300 kg of NdFeB magnets/],
    ['15 g of magnet, 4,000 units, nd cost total, 2024', /60 kg of NdFeB magnets/],
    ['each car takes 2 kg of nd, cost for 3,000 cars in 2024', /^6,000 kg.*\$750,000/],
    // Of all of them together.
    ['5 t of neodymium for 1,000 motors in 2024', /^5 t.*\$625,000/],
  ]);
});

describe('how large a machine is counts no machines', () => {
  check([
    ['a 12 MW turbine with 6 t of magnets, nd cost 2024', /in 6 t of NdFeB/, /72 t/],
    ['550 kg of magnets per MW, 10 MW turbine, nd cost 2024', /in 5,500 kg of NdFeB/],
    ['20 turbines of 8 MW, 500 kg magnets per MW, nd cost 2024', /in 80,000 kg of NdFeB/],
    ['magnets 500 kg per MW, nd cost 2024', /in 500 kg of NdFeB/],
  ]);
});

describe('a grade is one of magnets, however it is written', () => {
  check([
    ['150 drives with 2 kg of n45 each, nd cost 2024', /in 300 kg of NdFeB magnets/, /^300 kg of neo/],
    ['n50m 30 kg, nd value 2024', /in 30 kg of NdFeB magnets/],
    ['what is the neodymium in 75 kg of n33eh worth, 2024', /in 75 kg of NdFeB magnets/],
  ]);
});

describe('goods that are named before their mass', () => {
  check([
    ['magnets 4 t, nd value inside, 2024', /in 4 t of NdFeB magnets/],
    ['N40 magnets, 90 kg, neodymium value 2024', /in 90 kg of NdFeB magnets/],
    ['NdFeB 600 kg: nd cost in 2022', /in 600 kg of NdFeB magnets/],
    ['sintered magnets 2t nd content value 2024', /in 2 t of NdFeB magnets/],
    ['2 t N45 and 1 t N50 magnets, nd cost 2024', /In all, 2024: about \$100,200/],
    ['magnets: 60 % N40 and 40 % N45 of 6 t, nd cost 2024', /in 6 t of NdFeB magnets/],
    // What is weighed is the metal.
    ['for magnets we need 2 t nd, cost in 2024', /^2 t of neodymium.*\$250,000/],
    ['magnets: 2 t of neodymium, cost in 2024', /^2 t of neodymium.*\$250,000/],
  ]);
});
