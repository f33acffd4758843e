namespace Breakwater.Simulation;

/// <summary>A fund that buys an asset the more, the further its price is below its value, with borrowed money up to a limit.</summary>
internal sealed class ValueFund
{
    private readonly FundMarketParameters _parameters;
    private double _cash;
    private double _shares;
    private double _performance;
    private int _stepsOut;

    /// <param name="aggression">Leverage sought per unit of mispricing.</param>
    public ValueFund(FundMarketParameters parameters, double aggression)
    {
        _parameters = parameters;
        Aggression = aggression;
        _cash = parameters.Endowment;
    }

    public double Aggression { get; }

    public bool IsOut => _stepsOut > 0;

    public double Wealth(double price) => _shares * price + _cash;

    /// <summary>Money that it holds in the asset at a price, borrowed or not; falls when its own losses force it to sell.</summary>
    public double Wanted(double price)
    {
        double mispricing = _parameters.Value - price;
        if (IsOut || mispricing <= 0)
        {
            return 0;
        }

        double leverage = Math.Min(Aggression * mispricing, _parameters.LeverageLimit);
        return leverage * Math.Max(Wealth(price), 0);
    }

    /// <summary>Trades to what it wants, then investors come or go by how it has done of late.</summary>
    public void Settle(double before, double price)
    {
        if (IsOut)
        {
            _stepsOut--;
            return;
        }

        double wealthBefore = Wealth(before);
        double gain = _shares * (price - before) / wealthBefore;
        double wealth = Wealth(price);
        if (wealth <= _parameters.Endowment * FundMarketParameters.ShareAtFailure)
        {
            Restart();
            return;
        }

        _performance += FundMarketParameters.PerformanceWeight * (gain - _performance);
        double held = Wanted(price);
        _shares = held / price;
        double flow = FundMarketParameters.InvestorResponse * (_performance - FundMarketParameters.Benchmark);
        _cash = wealth - held + Math.Max(flow, -1) * wealth;
    }

    private void Restart()
    {
        _stepsOut = FundMarketParameters.StepsOut;
        (_shares, _cash, _performance) = (0, _parameters.Endowment, 0);
    }
}
