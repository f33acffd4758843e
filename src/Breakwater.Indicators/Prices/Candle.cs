namespace Breakwater.Indicators;

/// <summary>Open, high, low and close of an interval.</summary>
/// <remarks>Headlines call both <see cref="Body"/> and <see cref="Range"/> "the candle"; on 10 October 2025 they differ threefold.</remarks>
public readonly record struct Candle(double Open, double High, double Low, double Close)
{
    /// <summary>Close less open, in the unit of the price; negative for a fall.</summary>
    public double Body => Close - Open;

    /// <summary>High less low, in the unit of the price.</summary>
    public double Range => High - Low;

    public static Candle Of(double price) => new(price, price, price, price);

    /// <summary>This interval and the one after it as one.</summary>
    public Candle Then(Candle next) => new(Open, Math.Max(High, next.High), Math.Min(Low, next.Low), next.Close);
}
