// Stops the clock of ODK's engine at the moment at which our tests live, so that today() and start can be compared.
const RealDate = Date;
const NOW = RealDate.parse('2020-12-18T09:00:00+07:00');
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args) => (args.length ? new target(...args) : new target(NOW)),
  get: (target, key) => (key === 'now' ? () => NOW : Reflect.get(target, key)),
});
