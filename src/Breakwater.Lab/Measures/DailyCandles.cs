using Breakwater.Indicators;

namespace Breakwater.Lab;

/// <summary>Joins bars into days and keeps the one with the widest range.</summary>
internal sealed class DailyCandles
{
    private DateOnly _day;
    private Candle _candle;

    public Candle Widest { get; private set; }

    public DateOnly WidestDay { get; private set; }

    public void Add(DateTime time, Candle candle)
    {
        var day = DateOnly.FromDateTime(time);
        _candle = day == _day ? _candle.Then(candle) : candle;
        _day = day;
        if (_candle.Range > Widest.Range || day == WidestDay)
        {
            (Widest, WidestDay) = (_candle, day);
        }
    }
}
