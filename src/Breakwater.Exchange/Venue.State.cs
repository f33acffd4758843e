namespace Breakwater.Exchange;

public sealed partial class Venue
{
    /// <summary>Remembers everything: a run that starts from here again needs no accounts opened anew.</summary>
    /// <exception cref="InvalidOperationException">The venue has books.</exception>
    public VenueState Save()
    {
        RequireModel();
        return new VenueState(
            _ledger.Save(),
            _watch.Save(),
            _drawdown.Save(),
            [.. _marks.Current],
            [.. _marks.Before],
            _wave.Evaluations
        );
    }

    /// <summary>Returns to a state that this venue, or one made with the same rules and limits, was in.</summary>
    /// <exception cref="InvalidOperationException">The venue has books.</exception>
    public void Restore(VenueState state)
    {
        RequireModel();
        _ledger.Restore(state.Ledger);
        _watch.Restore(state.Watch);
        _drawdown.Restore(state.Drawdown);
        _marks.Restore(state.Marks, state.MarksBefore);
        _wave.Evaluations = state.Evaluations;
    }

    private void RequireModel()
    {
        if (_liquidity is null)
        {
            throw new InvalidOperationException("The orders of a venue with books cannot be saved.");
        }
    }
}
