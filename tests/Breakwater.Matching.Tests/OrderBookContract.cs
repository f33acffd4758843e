using Breakwater.Domain;
using Breakwater.Testing.Matching;

namespace Breakwater.Matching.Tests;

/// <summary>What every order book must do: run on the naive one and on the real one.</summary>
public abstract partial class OrderBookContract
{
    private static readonly Instrument Instrument = new(new InstrumentId(0), "TEST", Currency.Usdt, 0.01m, 0.001m);

    private protected abstract IBook Create(
        Instrument instrument,
        BookRules rules,
        EventLog log,
        IReductionLimit? reductions
    );

    private void Check(string table) => Check(new BookRules(), table);

    private void Check(BookRules rules, string table)
    {
        EventRecorder events = new();
        IBook book = Create(Instrument, rules, events.Log, reductions: null);
        Assert.Equal(table, BookTable.Play(book, events, table), ignoreLineEndingDifferences: true);
    }

    /// <param name="holdings">What owners hold at first; the others nothing.</param>
    private void Check((int Owner, int Lots)[] holdings, string table)
    {
        EventRecorder events = new();
        foreach ((int owner, int lots) in holdings)
        {
            events.Holdings.Set(owner, lots);
        }

        IBook book = Create(Instrument, new BookRules(), events.Log, events.Holdings);
        Assert.Equal(table, BookTable.Play(book, events, table), ignoreLineEndingDifferences: true);
    }
}
