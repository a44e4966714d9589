// Sums of the cost by (resource group, meter category), four ways in JavaScript. All have the parsed rows in hand; the
// decimals start from the double that JSON.parse made, exact here because no number has more than 15 digits.
import Big from '/bench/node_modules/big.js/big.mjs';
import Decimal from '/bench/node_modules/decimal.js/decimal.mjs';

Decimal.set({ precision: 40 });

/**
 * Sums of every group by its name (`group`, a newline, `category`); `zero` and `add` are of the kind of number. A map in a
 * map, and the names put together at the end: a name put together for every row would cost more than the sums.
 */
function summed(records, zero, add) {
  const groups = new Map();
  for (const { properties: of } of records) {
    let inner = groups.get(of.resourceGroup);
    if (!inner) groups.set(of.resourceGroup, inner = new Map());
    inner.set(of.meterCategory, add(inner.get(of.meterCategory) ?? zero, of.costInBillingCurrency));
  }
  return new Map([...groups].flatMap(([group, inner]) => [...inner].map(([category, sum]) => [`${group}\n${category}`, sum])));
}

/** Each way: rows to a map of sums. */
export const WAYS = {
  'JS floats': (records) => summed(records, 0, (sum, value) => sum + value),
  'big.js': (records) => summed(records, new Big(0), (sum, value) => sum.plus(value)),
  'decimal.js': (records) => summed(records, new Decimal(0), (sum, value) => sum.plus(value)),
};

const PLACES = 30;

/** Decimal text as a BigInt of so many places. */
function scaled(text) {
  const [, sign, whole, fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/i.exec(text);
  const places = fraction.length - Number(exponent);
  const value = BigInt(whole + fraction) * 10n ** BigInt(PLACES - places);
  return sign ? -value : value;
}

/** How many groups of `sums` (name to number or text) are not exactly what BigInt says, missing ones among them. */
export function wrongGroups(records, sums) {
  const exact = summed(records, 0n, (sum, value) => sum + scaled(String(value)));
  let wrong = Math.max(0, sums.size - exact.size);
  for (const [name, sum] of exact) {
    const found = sums.get(name);
    if (found === undefined || scaled(found.toFixed && typeof found !== 'number' ? found.toFixed() : String(found)) !== sum) wrong += 1;
  }
  return { groups: exact.size, wrong };
}
