namespace Breakwater.Domain;

/// <summary>A settlement currency and the size of its minor unit.</summary>
/// <param name="Code">As venues write it, such as USDT.</param>
/// <param name="Decimals">A minor unit is 10 to the minus this power; from 0 to 12.</param>
public sealed record Currency(string Code, int Decimals)
{
    public static Currency Usdt { get; } = new("USDT", 6);

    public static Currency Usdc { get; } = new("USDC", 6);

    /// <summary>In which what happened at a venue that settles in coins is told.</summary>
    public static Currency Usd { get; } = new("USD", 6);

    /// <summary>1e-10, for contracts that settle in bitcoin.</summary>
    public static Currency Btc { get; } = new("BTC", 10);

    public decimal MinorUnit => DecimalScale.PowerOfTenth(Decimals);

    /// <returns>False where the amount is not a whole number of minor units or does not fit 64 bits.</returns>
    public bool TryFromDecimal(decimal amount, out Money money)
    {
        bool exact = DecimalScale.TryCount(amount, MinorUnit, out long minorUnits);
        money = Money.FromMinorUnits(minorUnits);
        return exact;
    }

    public decimal ToDecimal(Money money) => money.MinorUnits * MinorUnit;
}
