/** How people ask for each metric. Phrases between commas; the longest one that fits is read. */

/** Words that name a metric by themselves. */
export const METRIC_PHRASES = {
  price: `price, prices, 价格, 报价, priced, pricing, pricetag, price tag, price level, price levels, price point, price range, price ranges,
    price list, price data, price figure, price figures, price development, price action, price movement, price per, prise, costed,
    cost, costs, costing, quote, quotes, quoted, quotation, quotations, going rate, market rate, market value, sell for, sells for,
    sold for, selling for, selling at, going for, goes for, go for, went for, trade at, trades at, traded at, trading at,
    trading for, trade for, set me back, set us back, set you back, how expensive, how pricey, how cheap, how costly, asking price,
    preis, preise, kosten, kostet, prix, precio, precios, prezzo, cena, preco, asp, price index, all prices, all the prices, all price data, all the price data, all the price`,
  production: `production, productions, prod, produce, produced, produces, producing, output, outputs, mined, tonnage, tonnages,
    mine output, mine production, mining output, mining production, mine supply, mined supply, supply volume, supply volumes,
    production volume, production volumes, output volume, volume of supply, supply in tonnes, supply tonnage, volume of production,
    volume of output, production figure, production figures, production numbers, extracted, extraction, pour out, pours out, churn out, churns out, crank out, cranks out, pump out, pumps out, dug up, dug, dig, dig up, dig out,
    out of the ground, from the ground, produktion, produccion, forderung, prod volume, prod volumes, mining volume, mining volumes,
    amount mined, quantity mined, quantity produced, amount produced`,
  share: `share, shares, breakdown, break down, split, splits, proportion, proportions, portion, fraction, market share, demand share,
    share of demand, shares of demand, share of total demand, percentage of demand, percent of demand, % of demand,
    demand split, demand breakdown, by sector, per sector, each sector, by sectors, sector by sector, sector split, sector breakdown,
    sector share, sector shares, by industry, per industry, by segment, by end use, by application, end use split, sector mix, demand mix,
    usage split, usage breakdown, usage share, percentage by sector, sectoral share, sectoral shares, sectoral, slice, consumption share,
    demand by sector, consumption by sector, use by sector, usage by sector, sector demand, demand of each sector`,
  demand: `demand, demanded, demands, consumption, consume, consumed, consumes, consuming, usage, offtake, uptake`,
  'import-reliance': `net import reliance, import reliance, reliance on imports, import dependence, import dependency, dependence on imports,
    dependent on imports, rely on imports, relies on imports, lean on imports, leans on imports, count on imports, reliant on imports, net exporter, net importer, import dependent, net imports, how dependent is the us, how dependent are the us, how dependent is america, how dependent is it, how dependent are they, how reliant is the us, how reliant is it, how dependent is the united states,
    import reliant, import share, nir, dependent on foreign sources, dependent on foreign supply, reliant on foreign sources, dependent on foreign, depend on foreign, depends on foreign, dependence on foreign, rely on foreign, relies on foreign, reliant on foreign, reliance on foreign,
    dependent on other countries, depend on other countries, foreign dependence, foreign dependency, self sufficient, self sufficiency, self reliant`,
  'import-sources': `import sources, import source, imports from, import from, imported from, imports come from, sources of imports,
    sources of us imports, get its, gets its, buy its, buys its, suppliers to the us, who supplies the us, supplies the us, us supplier, us suppliers`,
  critical: `on the list, on that list, on your list, listed as critical, critical, critical mineral, critical minerals, critical list, critical minerals list, critical mineral list, critical material,
    critical materials, critical raw material`,
  concentration: `concentrated, concentration, herfindahl, herfindahl index, herfindahl-hirschman, hhi, market concentration, concentration of production,
    concentration of supply, concentration of output, concentration ratio, concentration index, cr1, cr3, cr4, cr5, cr 1, cr 3, cr 4, cr 5, few hands, a few hands, very few hands,
    few countries, a few countries, handful of countries, a handful of countries, one country, single country, oligopoly, duopoly, diversified, top three share, top 3 share, share of the top three, share of the top 3, top three countries, three largest producers, supply concentration, how concentrated`,
  'reserve-life': `reserve to production, reserve to production ratio, reserves to production ratio, reserve production ratio, reserves production ratio, rp ratio, r p, rp years, reserve lifetime, reserves lifetime,
    lifetime of reserves, static lifetime, static range, reserve range, years of reserves, years of output, years of production, reserve life, reserves life, life of reserves, reserves to production,
    reserves-to-production, r p ratio, years of supply, how long will reserves last, how long do reserves last, reserves last, years left, years of mining`,
  intensity: `kwh, per kwh, in a kwh, kilowatt hour, per kilowatt hour, in a kilowatt hour, battery pack, in a battery, ev battery, battery intensity`,
  capacity: `capacity, capacities, production capacity, refining capacity, refinery capacity, smelter capacity`,
  consumption: `apparent consumption, reported consumption, us consumption`,
  imports: `us imports, imports of, import volume, import volumes`,
  exports: `us exports, exports of, export volume, export volumes`,
  employment: `people work, people working, folks work, folks working, persons work, how many work, people employed, how many people, workers, employees, employment, employed, jobs, workforce, headcount`,
  stocks: `yearend stocks, year end stocks, stocks at year end, industry stocks, producer stocks, consumer stocks, refined stocks, warehouse stocks, exchange stocks, inventories, inventory, inventory of, in inventory, stocks of, stock of,
    stocks held, in stock, in stocks, on stock, stockpile of, stockpiles of, stockpiled`,
  'supply-status': `status supply, supply ok, balanced, market balanced, supply meet demand, supply meeting demand, supply meets demand, supply cover demand, supply covers demand, supply status, supply situation, supply state, supply position, supply outlook, supply picture, supply balance,
    state of supply, status of supply, mining supply status, market status, shortage, shortages, surplus, surpluses, deficit, deficits,
    balance, market balance, supply demand balance, supply and demand balance, supply gap, tight, tightness, tight supply, tight market,
    oversupply, oversupplied, undersupply, undersupplied, scarce, scarcity, glut, shortfall, short supply, in short supply, enough supply,
    enough to go around, run short, runs short, running short, market short, market long, sufficient supply, adequately supplied,
    well supplied, supply shortage, supply shortages, supply surplus, supply deficit, availability, shortage status, plentiful, abundant`,
  reserves: `sits on, sit on, sitting on, owns most, owns the most, holds most, holds the most, reserve, reserves, in the ground, world reserves, known reserves, left in the ground, ore reserves, resource base`,
} as const;

/** Words that name a metric where nothing else does. */
export const WEAK_METRIC_PHRASES = {
  price: `expensive, pricey, pricier, costly, costlier, dear, dearer, cheap, cheaper, cheapest, dearest, priciest, costliest, worth, value, values, valued,
    valuation, rate, rates, $, dollar, dollars, usd, bucks, spot, quoting, trading, trades, how much, how much money, how much cash, how many dollars, how many usd, how many bucks, what money, money needed, money for, how mutch, hw much, hw mch, how mch, howmuch, affordable,
    spot rate, range, ranges, how pure, what purity, which purity, purity, low end, high end, upper end, lower end, midpoint, mid point`,
  production: `mining, produces most, volume, volumes, how many tonnes, how many tons, how many more tonnes, how many more tons, how many fewer tonnes, how many fewer tons, how many less tonnes, tonnes more, tons more, how many metric tons, how many t, tonnes, tons, metric tons, metric tonnes, producer, producers, maker, makers, dominates, dominate,
    dominated, dominant, control, controls, supplier, suppliers`,
  share: `percent, percentage, percentages, %, pct, sector, sectors, segment, segments, end uses, end use, industry, industries`,
  demand: `use, uses, used, using, need, needs, needed, required, requirement, requirements, absorb, absorbs, absorbed`,
  'supply-status': `supply, status, market short, enough, sufficient`,
  reserves: `deposit, deposits, resources`,
} as const;

/**
 * Everyday words that name a metric only beside a metal, a sector, a country or an amount: "who pays", "mine", "made".
 * The price they ask for may be anyone's.
 */
export const LOOSE_METRIC_PHRASES = {
  price: `savings, save, saves, saved, saving, pay, paid, paying, pays, buy, buys, buying, bought, purchase, purchased, purchasing, spend, spent, budget, order, fetch, fetched, fetching, charge, charged, invoice, bill, outlay, expense`,
  production: `mine, mines, make, makes, made, making, manufacture, manufactured, manufactures, supplied, supplies, quantity, quantities, yield, yielded`,
  share: `part of, big is, how big, takes, take, took, part does`,
  demand: `goes to, go to, goes into, go into, went into, went to, takes up`,
  'supply-status': `short, available`,
} as const;

/** How people ask what something is used for, where a source has shares of uses. */
export const USE_PHRASES = `end uses, goes into, go into, went into, main uses, main use, biggest use, biggest uses, largest use, largest uses, top uses, top use,
    major uses, use is, uses are, uses of, usage by application`;
