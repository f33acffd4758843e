using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>Prices where funds borrow to buy what is cheap and must sell when they may not borrow as much any more.</summary>
/// <remarks>
/// Source: Thurner, Farmer and Geanakoplos, "Leverage causes fat tails and clustered volatility", Quantitative Finance 12,
/// 2012. Noise traders spend xi on the asset, log xi an autoregression about the value of all shares; funds want what
/// <see cref="ValueFund"/> says; the price is where all shares are held. A fund that is wiped out is replaced.
/// </remarks>
public sealed class FundMarket
{
    private const uint NoiseTraders = 3;
    private const double Widening = 1.02;
    private const int Bisections = 50;

    private readonly FundMarketParameters _parameters;
    private readonly ValueFund[] _funds;
    private readonly double _worth;
    private double _logSpending;
    private DrawStream _draws;

    public FundMarket(FundMarketParameters parameters, Seed seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parameters.LeverageLimit, 1);
        _parameters = parameters;
        _funds = new ValueFund[parameters.Aggressions.Count];
        for (int fund = 0; fund < _funds.Length; fund++)
        {
            _funds[fund] = new ValueFund(parameters, parameters.Aggressions[fund]);
        }

        _worth = PortableMath.Log(parameters.Value * parameters.Supply);
        _logSpending = _worth;
        _draws = new DrawStream(seed, NoiseTraders, default, 0);
        Price = parameters.Value;
    }

    public double Price { get; private set; }

    /// <summary>What everybody takes the asset to be worth.</summary>
    public double Value => _parameters.Value;

    /// <summary>Funds that failed since the start.</summary>
    public int Failures { get; private set; }

    public void Step()
    {
        double persistence = _parameters.NoisePersistence;
        _logSpending =
            persistence * _logSpending + (1 - persistence) * _worth + _parameters.NoiseVolatility * _draws.NextNormal();
        double before = Price;
        Price = ClearingPrice(PortableMath.Exp(_logSpending), before);
        foreach (ValueFund fund in _funds)
        {
            bool was = fund.IsOut;
            fund.Settle(before, Price);
            Failures += fund.IsOut && !was ? 1 : 0;
        }
    }

    // Forced sales can make demand rise with the price, so that more than one price clears: the one nearest to the last.
    private double ClearingPrice(double spending, double last)
    {
        bool wanting = IsWanting(spending, last);
        double near = last;
        double far = last;
        do
        {
            near = far;
            far = wanting ? far * Widening : far / Widening;
        } while (IsWanting(spending, far) == wanting);

        for (int i = 0; i < Bisections; i++)
        {
            double middle = (near + far) / 2;
            (near, far) = IsWanting(spending, middle) == wanting ? (middle, far) : (near, middle);
        }

        return (near + far) / 2;
    }

    private bool IsWanting(double spending, double price)
    {
        double wanted = spending;
        foreach (ValueFund fund in _funds)
        {
            wanted += fund.Wanted(price);
        }

        return wanted > _parameters.Supply * price;
    }
}
