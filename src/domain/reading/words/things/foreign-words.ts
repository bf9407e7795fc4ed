/**
 * Subjects that people ask a market bot about and that no data file covers, so that they are named back instead of
 * being answered with another subject's figures. What a data file names is taken out of these lists when they are read.
 */

/** Every chemical element with a market, and alloys and mixtures of the rare-earth trade. */
const ELEMENTS = `hydrogen, helium, lithium, beryllium, boron, carbon, nitrogen, oxygen, fluorine, neon, sodium, magnesium, aluminium, aluminum, silicon, phosphorus, sulfur, sulphur, chlorine, argon, potassium, calcium,
  scandium, titanium, vanadium, chromium, chrome, manganese, iron, cobalt, nickel, copper, zinc, gallium, germanium, arsenic, selenium, bromine, krypton, rubidium, strontium, yttrium, zirconium, niobium, molybdenum, ruthenium, rhodium,
  palladium, silver, cadmium, indium, antimony, tellurium, iodine, xenon, caesium, cesium, barium, lanthanum, cerium, praseodymium, neodymium, promethium, samarium, europium, gadolinium, terbium, dysprosium, holmium, erbium, thulium,
  ytterbium, lutetium, hafnium, tantalum, tungsten, wolfram, rhenium, osmium, iridium, platinum, gold, mercury, thallium, bismuth, polonium, radium, thorium, uranium, plutonium, radon, tin, ndpr, nd pr, pr nd, prnd, didymium, mischmetal, praseodymium neodymium, neodymium praseodymium, gold bars`;

const COMMODITIES = `oil, crude, crude oil, brent, wti, natural gas, lng, coking coal, coal plant, coal plants, coal power, coal power plant, coal power plants, power plant, power plants, coal fired, met coal, metallurgical coal, brown coal, lignite, coal seam gas, charcoal, coal tar, gasoline, petrol, diesel, fuel, kerosene, coal, coke, electricity, power price, steel, scrap steel, stainless steel, rebar, brass, bronze, iron ore, lumber, timber, wood, cement, concrete, sand, glass,
  plastic, rubber, cotton, wool, wheat, corn, maize, rice, soy, soybean, soybeans, sugar, coffee, cocoa, tea, milk, eggs, egg, bread, butter, cheese, beef, pork, chicken, meat, palm oil, olive oil, salt, water, graphite, bauxite, alumina, potash, phosphate, ammonia, fertilizer, fertiliser, diamonds, diamond,
  carbon credits, polysilicon, solar panels, batteries, lithium carbonate, lithium hydroxide, ferrite, ferrites, alnico, smco, samarium cobalt, iron nitride, semiconductors, dram, houses, house, housing, apartment, apartments, rent, land, real estate, beer, wine, pizza, lunch, food, tobacco`;

const COMPANIES = `apple, google, alphabet, amazon, microsoft, nvidia, tesla, facebook, netflix, intel, amd, samsung, sony, toyota, volkswagen, vw, bmw, mercedes, byd, nio, ford, general motors, stellantis, hyundai, siemens, siemens gamesa, vestas, boeing, lockheed, lockheed martin, raytheon, airbus, ge,
  mp materials, lynas, iluka, arafura, shenghe, northern rare earth, china northern rare earth, china rare earth group, energy fuels, neo performance, neo performance materials, ucore, vacuumschmelze, vac, hitachi metals, proterial, shin etsu, tdk, molycorp, rainbow rare earths, pensana, less common metals,
  glencore, rio tinto, bhp, vale, albemarle, sqm, freeport, ebay, alibaba, costco, walmart, ikea, uber, spacex, openai, mountain pass, bayan obo, mount weld, mt weld`;

const SECURITIES_LIST = `stock, stocks, stock price, stock prices, stock market, share price, share prices, share capital, equity, equities, etf, etfs, index fund, dividend, dividends, market cap, market capitalisation,
  market capitalization, bond, bonds, share buyback, ipo, nasdaq, dow jones, ftse, dax`;

const MONEY_MATTERS = `bitcoin, btc, ethereum, eth, dogecoin, doge, solana, xrp, crypto, cryptocurrency, nft, treasury, treasuries, interest rate, interest rates, mortgage, mortgages, inflation rate, inflation, gdp, unemployment, salary, salaries, wage, wages, exchange rate, exchange rates, forex, fx rate, currency rate, pension, insurance price, subscription, licence fee, license fee, ticket, tickets, flight, flights,
  hotel, revenue, revenues, turnover, profit, profits, ebitda, cost of living, cost of sales, cost of capital, cost of goods, cost center, cost centre, opportunity cost, time value, net worth, cost of ownership`;

/** Words that put "production", "share", "supply" and the like into another world. */
const OTHER_SENSES = `trading volume, trading volumes, trade volume, trade volumes, traded volume, order volume, order volumes, sales volume, sales volumes, your volume, my volume, sound volume, speaker volume, volume up, volume down, volume increased, scrap price, scrap prices, scrap value, scrap metal price, production database, production databases, production server, production servers, production environment, production system, production systems, production deploy, production deployment, production issue, production incident, production outage, production bug, production code, production line, production lines,
  production manager, production team, production branch, production cluster, production logs, production release, production company, production house, production ready, prod database, prod server, prod env, deploy, deploys, deployment, deployed, rollback, staging, kubernetes, database, server, servers, film production, movie production,
  tv production, music production, food production, milk production, oil production, meat production, share this, share the file, share file, share screen, share my screen, share your screen, share a link, share link, share the link, share location, share it, share with, share folder, shared drive, shared folder, shared calendar, supply teacher, supply teachers, supply room, supply closet, power supply, water supply, money supply, food supply, blood supply,
  office supplies, office supply, supply cupboard, defence lawyer, defense lawyer, defence attorney, defense attorney, defence counsel, defense counsel, self defence, self defense, thesis defense, electronics store, electronics shop, reserve bank, federal reserve, fed reserve, army reserve, nature reserve, wildlife reserve, reserve a table, reserve a room, reserve a seat, reserve table, book a room,
  work life balance, bank balance, account balance, balance sheet, leave balance, balance of payments, balance of power, chip shortage, staff shortage, labour shortage, labor shortage, housing shortage, talent shortage, driver shortage, budget deficit, trade deficit, trade balance, trade surplus, calorie deficit, attention deficit, demand letter, cost code, quote of the day, motivational quote, insurance quote, gene expression, heart rate, tax rate, tax rates, birth rate, hourly rate, error rate, interest rate, org chart, chart of accounts, gantt chart, flip chart,
  time share, timeshare, carbon price, carbon prices, price of carbon, carbon tax, carbon credit,
  currency exchange, exchanging, exchanges, atm, withdrawal, withdraw, credit card, credit cards, debit card, paycheck, paychecks, refund, refunds, top up, topping up, topped up, top ups, bank account, bank of america, american express, american airlines, bank transfer, charge rate, bit rate, frame rate, exchange rate, growth mindset, weather, temperature, password, vpn, all hands`;

/** Sayings and goods in which a commodity's name is no commodity; what is none of ours names itself otherwise. */
const NAMES_ELSEWHERE = `tin can, tin cans, tin foil, tin opener, gold standard, gold medal, gold medals, silver medal, silver medals, gold card, platinum card, gold coast, gold rush, gold digger, gold fish, black gold, white gold, golden rule, silver lining, silver screen, silver spoon, silver bullet, silver age, silver surfer,
  grain of salt, pinch of salt, salt lake, salt lake city, worth his salt, salt and pepper, iron man, iron maiden, iron lady, iron curtain, iron fist, iron age, iron pan, cast iron pan, cast iron skillet, steam iron, ironing board, steel drum, man of steel, nerves of steel, silicon valley, copper age,
  lead time, lead times, lead engineer, lead singer, lead generation, lead role, lead developer, team lead, sales lead, sales leads, qualified lead, cost per lead, price per lead, lead pencil, mercury insurance, zinc sunscreen, zinc oxide sunscreen, zinc cream, zinc tablets, zinc supplement, zinc supplements, iron supplement, iron supplements, iron tablets, lithium pills, iodine tablets, magnesium tablets, magnesium supplement, magnesium supplements,
  helium balloon, helium balloons, helium mobile, neon lights, neon sign, neon signs, neon green, nickel and dime, lime juice, lime green, key lime pie, gypsum board, chrome browser, google chrome, chrome extension, talcum powder, baby powder, diamond ring, diamond rings, quartz watch, sand castle, sand dune, krypton planet, planet mercury, freddie mercury, cement mixer`;

function phrases(list: string): readonly string[] {
  return list.split(',').map((phrase) => phrase.trim().replaceAll(/\s+/gu, ' '));
}

/** Named subjects: a figure of theirs is wanted, or they are only mentioned; the sentence decides. */
export const FOREIGN_THINGS: readonly string[] = [...phrases(ELEMENTS), ...phrases(COMMODITIES)];
/** Who makes, uses or is worth something: their output or use is never the world's. */
export const FOREIGN_COMPANIES: readonly string[] = phrases(COMPANIES);
/** Phrases whose market word means something else; they rule our figures out wherever they stand. */
export const FOREIGN_SENSES: readonly string[] = [
  ...phrases(SECURITIES_LIST),
  ...phrases(MONEY_MATTERS),
  ...phrases(OTHER_SENSES),
  ...phrases(NAMES_ELSEWHERE),
];
/** Those of them that are about shares in companies, funds and bonds. */
export const SECURITIES: readonly string[] = phrases(SECURITIES_LIST);

/**
 * Phrases in which a metric's word does not ask for that metric, though neodymium may well be the subject: the FAQ's
 * matter. They are left "not understood", so that no figure answers them.
 */
export const OTHER_QUESTIONS: readonly string[] =
  phrases(`production cost, production costs, cost of production, costs of production, mining cost, mining costs, cost of mining, processing cost, processing costs, extraction cost, extraction costs, recycling cost, cost to produce, cost to mine, cost to extract, cost of recycling,
  production constraints, production constraint, production process, production method, production methods, production capacity, production technology, supply chain, supply chains, supply risk, supply risks, supply security, security of supply, supply diversification, diversify supply, supply crunch, supply contract, supply contracts, supply agreement, supply shock, supply shocks,
  supply disruption, supply disruptions, supply data, value chain, value chains, value add, added value, price driver, price drivers, price volatility, price swing, price swings, price spike, price spikes, price shock, price shocks, price risk, price risks, price elasticity, price control, price controls, price floor, price floors, price war, price formation, price mechanism, price alert, price alerts, price api, live quotes, real time price, real time prices, real time data,
  mine operator, mine operators, mine site, mine sites, mine owner, mine owners, new mine, new mines, mining company, mining companies, mining firm, mining firms, mining project, mining projects, mining investor, mining investors, green mining, sustainable mining, mining operation, mining operations, mining methods, mining waste, mining mine, a mine, our mine, my mine, the mine, mine managers, mining industry, mining sector, mining insurance, mining equipment,
  market leader, market outlook, market entry, electricity demand, demand drivers, demand growth, meet demand, meeting demand, share of recycling, recycled share, carbon footprint, cost effective, cost competitive, cost reduction, cost savings, reduce cost, reduce costs, cut costs, save cost, total cost of ownership, resource efficiency, resource management, fleet management, worth investing, worth the, use case, use cases, how to use, import, imports, imported, export, exports, exported, tariff, tariffs, import price, export price, export volume, import volume, stockpile, stockpiles, stockpiling, futures, options, premium, margin,
  recycling, recycle, recycled, recycles, scrap, recovery, environment, environmental, sustainability, sustainable, sustainably, satellite, satellites, blockchain, traceability, traceable, fleet, carbon, emissions, co2, api, apis, developer, developers, loan, loans, insurance, finance, financing, fund, funds, funding,
  government, governments, geopolitics, geopolitical, politics, political, trade war, trade wars, sanction, sanctions, ban, bans, curb, curbs, restriction, restrictions, restrict, restricts, contribute, contributes, contribution, investor, investors, project, projects, regulation, regulations, policy, policies, long term contract, long term contracts, mine expansion,
  miner, miners, mine workers, waste, pollution, radioactive, toxic, dirty, clean, cleanly, green, ethical, dependence, monopoly, dominance, budgets, procurement, purchasing department, buyers, makers, maker, manufacturers`);

/** What the metal goes into. Mentioning it is no foreign subject; its own price or output is. */
export const USES: readonly string[] =
  phrases(`ev, evs, electric car, electric cars, electric vehicle, electric vehicles, car, cars, wind, wind turbine, wind turbines, turbine, turbines, wind farm, wind farms, wind power, wind energy, solar, motor, motors, electric motor, electric motors, generator, generators, phone, phones, smartphone, smartphones, laptop, laptops, computer, computers, hard drive, hard drives, hard disk, robot, robots, robotics, drone, drones,
  speaker, speakers, loudspeaker, headphone, headphones, earbuds, mri, medical devices, missile, missiles, radar, laser, lasers, battery, iphone, ipad, macbook, car makers, carmakers, automotive, aerospace, industrial, bike, bikes, ebike, scooter, scooters, elevators, appliances, tools, toys, chips, bus, buses, trains, ships, planes, jet, jets, submarine, submarines, gpu, gpus, tv, tvs, fridge, house`);
