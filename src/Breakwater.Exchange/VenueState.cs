using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>A venue as it stood between two commands. Nothing changes it: several venues may return to it side by side.</summary>
public sealed class VenueState
{
    internal VenueState(
        LedgerState ledger,
        WatchState watch,
        DrawdownState drawdown,
        Price[] marks,
        Price[] marksBefore,
        long evaluations
    )
    {
        (Ledger, Watch, Drawdown) = (ledger, watch, drawdown);
        (Marks, MarksBefore, Evaluations) = (marks, marksBefore, evaluations);
    }

    internal LedgerState Ledger { get; }

    internal WatchState Watch { get; }

    internal DrawdownState Drawdown { get; }

    internal Price[] Marks { get; }

    internal Price[] MarksBefore { get; }

    internal long Evaluations { get; }
}
