using System.Globalization;
using System.Numerics;
using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Testing;

/// <summary>The real lending market and its naive twin under the same drawn commands, compared after each.</summary>
public sealed class LendingDuel
{
    private const int MostLoans = 24;
    private const long HighestTicks = 10_000_000_000_000;

    private readonly Luck _luck;
    private readonly LendingRules _rules;
    private readonly NaiveAsset[] _assets;
    private readonly LendingMarket _real;
    private readonly NaiveLendingMarket _naive;
    private readonly EventLog _log;
    private readonly RecordedEvents _events = new();
    private readonly long[] _ticks;
    private long _second;

    public LendingDuel(ulong seed, LendingRules rules)
    {
        _luck = new Luck(seed);
        _rules = rules;
        _assets = [DrawCoin(), DrawCoin(), new NaiveAsset(6, 0, 1, 0, IsDollar: true)];
        _log = new EventLog(_events);
        _real = new LendingMarket(rules, [.. _assets.Select((asset, i) => AssetOf(asset, $"A{i}"))], _log);
        _naive = new NaiveLendingMarket(new NaiveLendingRules(rules), _assets);
        _ticks = [_luck.OfAnySize(10_000_000_000_000), _luck.OfAnySize(10_000_000_000_000), 100_000_000];
        SetPrice(0);
        SetPrice(1);
    }

    public long Liquidations { get; private set; }

    public long BadDebts { get; private set; }

    /// <returns>Null, or what differed first.</returns>
    public string? Fight(int commands)
    {
        for (int i = 0; i < commands; i++)
        {
            if ((Step() ?? Difference()) is { } difference)
            {
                return string.Create(CultureInfo.InvariantCulture, $"command {i}: {difference}");
            }
        }

        _log.Flush();
        return ReplayedDifference();
    }

    private Timestamp Now => Timestamp.FromUnixMilliseconds(_second * 1000);

    private bool IsMaker => _rules.Protocol == LendingProtocol.Maker;

    private string? Step()
    {
        _second += _luck.OfAnySize(400);
        return _luck.Below(10) switch
        {
            < 2 when _naive.Loans.Count < MostLoans => Borrow(),
            < 5 => MovePrice(),
            < 7 when IsMaker => Buy(),
            _ => IsMaker ? StartOrRestart() : Liquidate(),
        };
    }

    private string? Borrow()
    {
        int debtAsset = IsMaker || _luck.Chance(0.7) ? 2 : (int)_luck.Below(2);
        long[] collateral = [0, 0, 0];
        int first = (int)_luck.Below(2);
        collateral[first] = Drawn();
        collateral[1 - first] = !IsMaker && _luck.Chance(0.3) ? Drawn() : 0;
        int weight = (int)_luck.OfAnySize(20);

        // Near what may be owed, on either side.
        BigInteger allowed = 0;
        for (int asset = 0; asset < 2; asset++)
        {
            BigInteger worth =
                (BigInteger)collateral[asset] * _ticks[asset] * _assets[asset].Factor / _assets[asset].FactorOver;
            allowed += worth * BigInteger.Pow(10, 10 - _assets[asset].Decimals);
        }

        BigInteger units = allowed / (_ticks[debtAsset] * BigInteger.Pow(10, 10 - _assets[debtAsset].Decimals));
        units = units * _luck.Between(500, 1010) / 1000 + 1;
        if (units > 1_000_000_000_000_000)
        {
            return null;
        }

        var loan = new NaiveLoan
        {
            DebtAsset = debtAsset,
            Weight = weight,
            Debt = units,
            Collateral = [.. collateral.Select(held => (BigInteger)held)],
        };
        bool naive = _naive.Borrow(loan);
        LoanId? real = _real.Borrow(
            Now,
            debtAsset,
            Money.FromMinorUnits((long)units),
            [.. collateral.Select(Money.FromMinorUnits)],
            weight
        );
        return naive == real is not null ? null : $"borrowed {real} and {naive}";
    }

    // Mostly to where some loan is liquidatable, or just not.
    private string? MovePrice()
    {
        int asset = (int)_luck.Below(2);
        NaiveLoan[] decided = [.. _naive.Loans.Where(loan => _naive.IsDecided(loan) && loan.Collateral[asset] > 0)];
        long ticks =
            decided.Length > 0 && _luck.Chance(0.5)
                ? (long)BigInteger.Min(_naive.LiquidationTicks(_luck.Of<NaiveLoan>(decided)), HighestTicks)
                    + _luck.Below(2)
                : _ticks[asset] * _luck.Between(700, 1300) / 1000;
        _ticks[asset] = Math.Clamp(ticks, 1, HighestTicks);
        SetPrice(asset);
        return null;
    }

    private void SetPrice(int asset)
    {
        _real.UpdatePrice(Now, asset, Price.FromTicks(_ticks[asset]));
        _naive.UpdatePrice(asset, _ticks[asset]);
    }

    private string? Liquidate()
    {
        IReadOnlyList<int> open = _naive.Liquidatable();
        if (_naive.Loans.Count == 0)
        {
            return null;
        }

        int loan =
            open.Count > 0 && _luck.Chance(0.9) ? _luck.Of<int>([.. open]) : (int)_luck.Below(_naive.Loans.Count);
        int collateral = (int)_luck.Below(2);
        long atMost = _luck.Chance(0.5) ? long.MaxValue : _luck.OfAnySize((long)_naive.Loans[loan].Debt + 1);
        LendingRefusal naive = _naive.Liquidate(loan, collateral, atMost, out BigInteger[] done);
        LendingCall planned = _real.Plan(new LoanId(loan), collateral, Money.FromMinorUnits(atMost));
        LendingCall real = _real.Liquidate(Now, new LoanId(loan), collateral, Money.FromMinorUnits(atMost));
        Count(real);
        return real == planned ? Same(real, naive, done) : $"planned {planned}, done {real}";
    }

    private string? StartOrRestart()
    {
        if (_real.AuctionCount > 0 && _luck.Chance(0.4))
        {
            int auction = (int)_luck.Below(_real.AuctionCount);
            return Same(_real.RestartAuction(Now, auction), _naive.RestartAuction(auction, _second));
        }

        if (_naive.Loans.Count == 0)
        {
            return null;
        }

        IReadOnlyList<int> open = _naive.Liquidatable();
        int loan =
            open.Count > 0 && _luck.Chance(0.9) ? _luck.Of<int>([.. open]) : (int)_luck.Below(_naive.Loans.Count);
        return Same(_real.StartAuction(Now, new LoanId(loan)), _naive.StartAuction(loan, _second));
    }

    private string? Buy()
    {
        if (_real.AuctionCount == 0)
        {
            return null;
        }

        int auction = (int)_luck.Below(_real.AuctionCount);
        long atMost = _luck.Chance(0.4) ? long.MaxValue / 2 : Drawn();
        LendingRefusal naive = _naive.Buy(auction, _second, atMost, out BigInteger[] done);
        LendingCall real = _real.Buy(Now, auction, Money.FromMinorUnits(atMost));
        Count(real);
        return Same(real, naive, done);
    }

    private void Count(in LendingCall call) => Liquidations += call.IsDone ? 1 : 0;

    private static string? Same(LendingRefusal real, LendingRefusal naive) =>
        real == naive ? null : $"{real}, the twin {naive}";

    private static string? Same(in LendingCall real, LendingRefusal naive, BigInteger[] done) =>
        real.Refusal == naive
        && real.Repaid.MinorUnits == done[0]
        && real.Seized.MinorUnits == done[1]
        && real.ProtocolPart.MinorUnits == done[2]
            ? null
            : $"{real}, the twin {naive} {string.Join(' ', done)}";

    private string? Difference()
    {
        for (int i = 0; i < _naive.Loans.Count; i++)
        {
            (NaiveLoan naive, LoanId id) = (_naive.Loans[i], new LoanId(i));
            if (
                _real.DebtOf(id).MinorUnits != naive.Debt
                || Enumerable
                    .Range(0, 3)
                    .Any(asset => _real.CollateralOf(id, asset).MinorUnits != naive.Collateral[asset])
            )
            {
                return $"loan {i} owes {_real.DebtOf(id)}, the twin {naive.Debt}";
            }
        }

        for (int asset = 0; asset < 3; asset++)
        {
            if (_real.Leak(asset) != (Money.Zero, Money.Zero))
            {
                return $"asset {asset} leaks {_real.Leak(asset)}";
            }
        }

        int[] open = [.. _real.Liquidatable().Select(loan => loan.Index)];
        IReadOnlyList<int> twin = _naive.Liquidatable();
        return open.SequenceEqual(twin)
            ? null
            : $"liquidatable {string.Join(' ', open)}, the twin {string.Join(' ', twin)}";
    }

    // What the events alone say of each loan and of bad debt.
    private string? ReplayedDifference()
    {
        var debts = new long[_naive.Loans.Count];
        var held = new long[_naive.Loans.Count, 3];
        foreach (MarketEvent fact in _events.All)
        {
            switch (fact.Kind)
            {
                case EventKind.LoanOpened:
                    debts[fact.Account] += fact.Amount.MinorUnits;
                    break;
                case EventKind.LoanCollateralDeposited:
                    held[fact.Account, fact.Instrument] += fact.Quantity.Lots;
                    break;
                case EventKind.LoanLiquidated:
                    debts[fact.Account] -= fact.Amount.MinorUnits;
                    held[fact.Account, fact.Instrument] -= fact.Quantity.Lots;
                    break;
                case EventKind.AuctionBought:
                    debts[fact.Account] -= fact.SecondAmount.MinorUnits;
                    held[fact.Account, fact.Instrument] -= fact.Quantity.Lots;
                    break;
                case EventKind.BadDebtBooked:
                    debts[fact.Account] -= fact.Amount.MinorUnits;
                    BadDebts++;
                    break;
            }
        }

        bool same = Enumerable
            .Range(0, debts.Length)
            .All(loan =>
                debts[loan] == _naive.Loans[loan].Debt
                && Enumerable.Range(0, 3).All(asset => held[loan, asset] == _naive.Loans[loan].Collateral[asset])
            );
        return same ? null : "the events do not lead to where the loans stand";
    }

    private long Drawn() => _luck.OfAnySize(1_000_000_000_000);

    private NaiveAsset DrawCoin()
    {
        int bonus = (int)_luck.Between(0, 1500);
        return IsMaker && _luck.Chance(0.5)
            ? new NaiveAsset(8, 20, 29, bonus, IsDollar: false)
            : new NaiveAsset((int)_luck.Between(6, 10), _luck.Between(3000, 9500), 10_000, bonus, IsDollar: false);
    }

    private static LendingAsset AssetOf(NaiveAsset asset, string symbol) =>
        asset.IsDollar
            ? LendingAsset.Dollar(symbol, asset.Decimals)
            : new LendingAsset(
                symbol,
                asset.Decimals,
                Rational.FromFraction((long)asset.Factor, (long)asset.FactorOver),
                Rational.FromFraction((long)asset.Bonus, 10_000)
            );
}
