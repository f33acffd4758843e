using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Testing.Matching;

/// <summary>Positions by owner in one instrument, changed by fills: all of a venue that a book asks for.</summary>
/// <remarks>Nobody's orders hold nothing, and so reduce nothing.</remarks>
public sealed class Holdings : IReductionLimit, IOpeningLimit
{
    private const byte BuyerFirst = 2;
    private readonly SortedDictionary<int, long> _lots = [];
    private readonly SortedSet<int> _lost = [];
    private readonly EventLog _log;

    /// <param name="log">Hands its events to <see cref="Apply"/>; flushed before a position is read.</param>
    public Holdings(EventLog log) => _log = log;

    /// <summary>Positive where the owner has bought more than sold.</summary>
    public long Of(int owner) => _lots.GetValueOrDefault(owner);

    public void Set(int owner, long lots) => _lots[owner] = lots;

    public long ReducibleLots(InstrumentId instrument, int owner, Side side)
    {
        _log.Flush();
        return Math.Max(0, side == Side.Sell ? Of(owner) : -Of(owner));
    }

    /// <summary>Lots beyond which no order that goes off may bring a position.</summary>
    public long Most { get; set; } = long.MaxValue;

    public bool CanOpen(InstrumentId instrument, int owner, Side side, Quantity quantity, Price limit)
    {
        _log.Flush();
        return Math.Abs(Of(owner) + quantity.Towards(side).Lots) <= Most;
    }

    public void Apply(in MarketEvent fact)
    {
        if (fact.Kind != EventKind.OrderFilled || fact.Account == fact.Counterparty)
        {
            return;
        }

        bool buys = fact.Detail is (byte)Side.Buy or BuyerFirst;
        Move(fact.Account, buys ? fact.Quantity.Lots : -fact.Quantity.Lots);
        Move(fact.Counterparty, buys ? -fact.Quantity.Lots : fact.Quantity.Lots);
    }

    /// <summary>Owners who hold less than before, or on the other side, since the last call; in rising order.</summary>
    public int[] TakeLost()
    {
        int[] lost = [.. _lost];
        _lost.Clear();
        return lost;
    }

    private void Move(int owner, long lots)
    {
        if (owner < 0)
        {
            return;
        }

        long before = Of(owner);
        _lots[owner] = before + lots;
        if (before != 0 && Math.Sign(before) != Math.Sign(lots))
        {
            _lost.Add(owner);
        }
    }
}
