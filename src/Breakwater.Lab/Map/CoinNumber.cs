namespace Breakwater.Lab.Map;

/// <summary>R of one coin alone, all venues together, arbitrage whole, with what funds sell within the horizon.</summary>
public sealed record CoinNumber(string Coin, Band Calm, Band Withdrawn);
