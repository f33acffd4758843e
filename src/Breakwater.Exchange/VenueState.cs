using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>A venue as it stood between two commands. Nothing changes it: several venues may return to it side by side.</summary>
public sealed class VenueState
{
    internal VenueState(
        LedgerState ledger,
        WatchState watch,
        DrawdownState drawdown,
        BlocksState? blocks,
        Price[] marks,
        Price[] marksBefore,
        long evaluations
    )
    {
        (Ledger, Watch, Drawdown, Blocks) = (ledger, watch, drawdown, blocks);
        (Marks, MarksBefore, Evaluations) = (marks, marksBefore, evaluations);
    }

    internal LedgerState Ledger { get; }

    internal WatchState Watch { get; }

    internal DrawdownState Drawdown { get; }

    /// <summary>Null where blocks are not limited.</summary>
    internal BlocksState? Blocks { get; }

    internal Price[] Marks { get; }

    internal Price[] MarksBefore { get; }

    internal long Evaluations { get; }

    /// <summary>Null where nobody can hold collateral.</summary>
    internal CollateralState? Collateral { get; init; }
}
