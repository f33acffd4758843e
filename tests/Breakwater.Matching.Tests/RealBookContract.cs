using Breakwater.Domain;
using Breakwater.Testing.Matching;

namespace Breakwater.Matching.Tests;

public sealed class RealBookContract : OrderBookContract
{
    private protected override IBook Create(
        Instrument instrument,
        BookRules rules,
        EventLog log,
        IReductionLimit? reductions
    ) => new RealBook(instrument, rules, log, reductions);
}
