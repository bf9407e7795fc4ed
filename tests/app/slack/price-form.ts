/** The form of a price: what somebody has to choose in it before it can be sent, with the price itself. */
export const PRICE_OF = { metal: 'abrasives', form: 'oxide', unit: 'CNY/t' };
