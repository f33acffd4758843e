using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>The mark price of each instrument, and the one before it. Zero until the first update.</summary>
internal sealed class Marks(int instruments)
{
    private readonly Price[] _current = new Price[instruments];
    private readonly Price[] _previous = new Price[instruments];

    public ReadOnlySpan<Price> Current => _current;

    public ReadOnlySpan<Price> Before => _previous;

    public Price this[int instrument] => _current[instrument];

    public Price Previous(int instrument) => _previous[instrument];

    public void Restore(ReadOnlySpan<Price> current, ReadOnlySpan<Price> previous)
    {
        current.CopyTo(_current);
        previous.CopyTo(_previous);
    }

    public void Update(int instrument, Price mark)
    {
        _previous[instrument] = _current[instrument] == Price.Zero ? mark : _current[instrument];
        _current[instrument] = mark;
    }
}
