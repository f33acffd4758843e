namespace Breakwater.Exchange;

public sealed partial class Venue
{
    /// <summary>Remembers everything: a run that starts from here again needs no accounts opened anew.</summary>
    /// <exception cref="InvalidOperationException">Orders are open.</exception>
    public VenueState Save()
    {
        if (_desk is { HasOpenOrders: true })
        {
            throw new InvalidOperationException("A venue is saved before its books have orders.");
        }

        return new VenueState(
            _ledger.Save(),
            _watch.Save(),
            _drawdown.Save(),
            _blocks?.Save(),
            [.. _marks.Current],
            [.. _marks.Before],
            _wave.Evaluations
        )
        {
            Collateral = _collateral?.Save(),
        };
    }

    /// <summary>Returns to a state that this venue, or one made with the same rules and limits, was in.</summary>
    public void Restore(VenueState state)
    {
        _ledger.Restore(state.Ledger);
        _watch.Restore(state.Watch);
        _drawdown.Restore(state.Drawdown);
        _blocks?.Restore(state.Blocks!);
        _marks.Restore(state.Marks, state.MarksBefore);
        _wave.Evaluations = state.Evaluations;
        _collateral?.Restore(state.Collateral!);
        _desk?.Reopen();
    }
}
