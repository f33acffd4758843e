using System.Collections;
using Breakwater.Lab;

namespace Breakwater.Server;

/// <summary>Rows of a series, made when they are looked at.</summary>
internal sealed class SeriesPoints(ListingSeries series, int first, int count) : IReadOnlyList<SeriesPoint>
{
    public int Count => count;

    public SeriesPoint this[int index]
    {
        get
        {
            int row = first + index;
            return new SeriesPoint(
                DateTime.UnixEpoch.AddMicroseconds(series.Times[row]),
                Known(series.Middle[row]),
                Known(series.Mark[row]),
                Known(series.Spread[row]),
                Known(series.TopDepth[row]),
                Known(series.BidDepth[row]),
                Known(series.AskDepth[row]),
                Known(series.OpenInterest[row])
            );
        }
    }

    public IEnumerator<SeriesPoint> GetEnumerator() =>
        Enumerable.Range(0, count).Select(index => this[index]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}
