using Breakwater.Domain;
using Breakwater.Testing.Matching;

namespace Breakwater.Matching.Tests;

/// <summary>What every order book must do: run on the naive one and on the real one.</summary>
public abstract partial class OrderBookContract
{
    private static readonly Instrument Instrument = new(new InstrumentId(0), "TEST", Currency.Usdt, 0.01m, 0.001m);

    private protected abstract IBook Create(Instrument instrument, BookRules rules, EventLog log);

    private void Check(string table) => Check(new BookRules(), table);

    private void Check(BookRules rules, string table)
    {
        EventRecorder events = new();
        IBook book = Create(Instrument, rules, events.Log);
        Assert.Equal(table, BookTable.Play(book, events, table), ignoreLineEndingDifferences: true);
    }
}
