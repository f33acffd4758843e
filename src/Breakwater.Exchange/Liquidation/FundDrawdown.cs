using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>How far the fund has fallen from its highest equity within a window.</summary>
/// <remarks>
/// Equity is looked at when a mark or a funding comes, before it liquidates anybody, and kept by the minute: the window reaches
/// back to the start of a minute. Looking costs the same at any length of the window.
/// </remarks>
internal sealed class FundDrawdown
{
    private static readonly long s_minute = Duration.FromSeconds(60).Nanoseconds;

    private readonly Ledger _ledger;
    private readonly FundAccount _fund;
    private readonly DeleveragingRules _rules;
    private readonly long[] _minutes;
    private readonly Money[] _highest;

    public FundDrawdown(Ledger ledger, FundAccount fund, DeleveragingRules rules)
    {
        _ledger = ledger;
        _fund = fund;
        _rules = rules;
        _minutes = new long[rules.DrawdownWindow.Nanoseconds / s_minute + 1];
        _highest = new Money[_minutes.Length];
        Array.Fill(_minutes, long.MinValue);
    }

    private long Minute => _ledger.Now.UnixNanoseconds / s_minute;

    public void Observe()
    {
        if (_rules.Trigger != DeleveragingTrigger.FundDrawdown)
        {
            return;
        }

        long slot = Math.Abs(Minute % _minutes.Length);
        Money equity = _fund.Equity;
        _highest[slot] = _minutes[slot] == Minute ? Money.Max(_highest[slot], equity) : equity;
        _minutes[slot] = Minute;
    }

    public DrawdownState Save() => new([.. _minutes], [.. _highest]);

    public void Restore(DrawdownState state)
    {
        state.Minutes.CopyTo(_minutes.AsSpan());
        state.Highest.CopyTo(_highest.AsSpan());
    }

    /// <summary>Whether the fund has lost the stated share of its highest equity once it has so much left.</summary>
    public bool IsReachedAt(Money equity)
    {
        Money highest = Highest();
        Money lost = highest - equity;
        return (Int128)lost.MinorUnits * _rules.Drawdown.Denominator
            >= (Int128)highest.MinorUnits * _rules.Drawdown.Numerator;
    }

    private Money Highest()
    {
        long first = Minute - (_minutes.Length - 1);
        Money highest = _fund.Equity;
        for (int slot = 0; slot < _minutes.Length; slot++)
        {
            if (_minutes[slot] >= first)
            {
                highest = Money.Max(highest, _highest[slot]);
            }
        }

        return highest;
    }
}
