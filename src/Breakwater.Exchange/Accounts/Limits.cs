namespace Breakwater.Exchange;

/// <summary>How large a venue's tables are made at construction; they never grow.</summary>
/// <param name="Accounts">Traders' accounts.</param>
/// <param name="Positions">Positions of traders, one for each account and instrument.</param>
public readonly record struct Limits(int Accounts, int Positions);
