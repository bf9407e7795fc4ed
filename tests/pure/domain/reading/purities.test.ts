/** How much of a metal is in goods names no other metal, and is said where no figure is of it. */
import { loadCatalog } from '#src/platform/catalog.ts';
import { checkRows } from '../rows.ts';

const all = await loadCatalog({ dataDir: 'data', faqDir: 'faq', defaultMetal: 'neodymium' });

checkRows(
  [
    ['iron ore 62% fe price june 2026', /Iron ore, Jun 2026: \$100.80/, /did not use/],
    ['iron ore fe 62 % price', /Iron ore, Jun 2026/, /did not use/],
    ['iron ore 65% fe price june 2026', /I did not use: 65%/],
    ['manganese ore 44% mn price', /Manganese, ore.*[^]*I did not use: 44%/],
    ['magnesium 99.9% mg price', /Magnesium metal/],
    ['rutile 95% tio2 price', /rutile, bulk, 95 % TiO2/, /did not use/],
    ['ilmenite 50% tio2 price 2025', /ilmenite and leucoxene[^]*I did not use: 50%/],
    ['phosphate rock 32% p2o5 may 2026', /Phosphate rock ore, May 2026[^]*I did not use: 32%/],
    // Where nothing else is named, they are what is asked about.
    ['99.5% nd2o3 price', /Neodymium oxide/],
    ['our supplier wants 130 $/kg for nd, fair?', /It depends on the form: \$130/, /did not use/],
    ['is 115 $/kg a fair price for nd metal', /It depends on the form/],
    ['is 400 $/kg too high for terbium oxide', /^No: /],
  ],
  all,
);
