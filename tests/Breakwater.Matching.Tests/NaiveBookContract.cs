using Breakwater.Domain;
using Breakwater.Testing.Matching;

namespace Breakwater.Matching.Tests;

public sealed class NaiveBookContract : OrderBookContract
{
    private protected override IBook Create(
        Instrument instrument,
        BookRules rules,
        EventLog log,
        IReductionLimit? reductions
    ) => new NaiveBook(instrument, rules, log, reductions);
}
