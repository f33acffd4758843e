using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>A venue as it stood between two commands. Nothing changes it: several venues may return to it side by side.</summary>
public sealed class VenueState
{
    internal VenueState(LedgerState ledger, WatchState watch, Price[] marks, Price[] marksBefore, long evaluations) =>
        (Ledger, Watch, Marks, MarksBefore, Evaluations) = (ledger, watch, marks, marksBefore, evaluations);

    internal LedgerState Ledger { get; }

    internal WatchState Watch { get; }

    internal Price[] Marks { get; }

    internal Price[] MarksBefore { get; }

    internal long Evaluations { get; }
}
