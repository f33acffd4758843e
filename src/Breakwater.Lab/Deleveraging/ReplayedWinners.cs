using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>Accounts as waves leave them: what is shared out are cents of profit.</summary>
/// <remarks>
/// Giving up a share of its profit closes that share of an account's positions. Equity stays as it stood, as in the papers: what
/// is given up is small beside it, and leverage is compared before and after on one base.
/// </remarks>
internal sealed class ReplayedWinners
{
    private const double CentsPerDollar = 100;
    private const double EquityScale = 1000;
    private const double LargestEquity = 1e17;

    private readonly IReadOnlyList<ReplayedAccount> _accounts;
    private readonly long[] _capacities;
    private readonly long[] _left;
    private readonly Winner[] _winners;
    private readonly Quantity[] _taken;

    public ReplayedWinners(IReadOnlyList<ReplayedAccount> accounts)
    {
        _accounts = accounts;
        _capacities = [.. accounts.Select(CapacityOf)];
        _left = [.. _capacities];
        _winners = new Winner[accounts.Count];
        _taken = new Quantity[accounts.Count];
    }

    /// <summary>Dollars of profit that are left.</summary>
    public double Capacity => _left.Sum() / CentsPerDollar;

    /// <summary>Accounts that have given something.</summary>
    public int Touched => _left.Where((left, i) => left < _capacities[i]).Count();

    /// <summary>Positions over equity, of the account where it is highest.</summary>
    public double HighestLeverage => _left.Select((_, i) => PositionOf(i) / _accounts[i].Equity).Max();

    public static bool CanGive(ReplayedAccount account) => account.Notional > 0 && CapacityOf(account) > 0;

    /// <summary>Dollars that accounts would owe beyond their equity if prices moved against each of them.</summary>
    /// <param name="move">As a share of the price.</param>
    public double Shortfall(double move) =>
        _left.Select((_, i) => Math.Max(PositionOf(i) * move - _accounts[i].Equity, 0)).Sum();

    /// <returns>Dollars that were given up, and the largest share that one account lost of what it had.</returns>
    public (double Taken, double LargestShare) GiveUp(ReductionPolicy policy, double dollars)
    {
        for (int i = 0; i < _winners.Length; i++)
        {
            _winners[i] = WinnerOf(i);
        }

        Reduction.Share(policy, _winners, Quantity.FromLots((long)Math.Round(dollars * CentsPerDollar)), _taken);
        long taken = 0;
        double largest = 0;
        for (int i = 0; i < _winners.Length; i++)
        {
            taken += _taken[i].Lots;
            largest = Math.Max(largest, _left[i] > 0 ? _taken[i].Lots / (double)_left[i] : 0);
            _left[i] -= _taken[i].Lots;
        }

        return (taken / CentsPerDollar, largest);
    }

    // Cents over this equity are the account's leverage, in one unit for all. Hyperliquid's rank of a short: entry over mark
    // times notional over equity.
    private Winner WinnerOf(int i)
    {
        double leverage = PositionOf(i) / _accounts[i].Equity;
        double equity = leverage > 0 ? Math.Min(_left[i] / leverage * EquityScale, LargestEquity) : LargestEquity;
        double entryOverMark = 1 + _accounts[i].Profit / _accounts[i].Notional;
        return new Winner(Quantity.FromLots(_left[i]), (long)equity, default, entryOverMark * leverage);
    }

    private double PositionOf(int i) => _accounts[i].Notional * _left[i] / _capacities[i];

    private static long CapacityOf(ReplayedAccount account) =>
        (long)(Math.Max(Math.Min(account.Profit, account.Equity), 0) * CentsPerDollar);
}
