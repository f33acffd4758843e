namespace Breakwater.Lab;

/// <summary>An account that was deleveraged, as it stood.</summary>
/// <param name="Notional">Dollars of positions that were closed against it.</param>
/// <param name="Profit">Dollars of profit in them.</param>
/// <param name="Equity">Dollars of the account.</param>
public readonly record struct ReplayedAccount(double Notional, double Profit, double Equity);
