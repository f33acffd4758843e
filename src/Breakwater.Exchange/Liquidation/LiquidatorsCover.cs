using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>
/// Liquidators take over what covers the account's shortage of margin and buffer, at the mark less their fee, where the market pays them that much;
/// what it pays them beyond is theirs. Where it does not, the account waits.
/// </summary>
/// <remarks>Source: docs/venues/drift-v2.md.</remarks>
internal sealed class LiquidatorsCover(Ledger ledger, Margins margins, LiquidationOrder order, LiquidationRules rules)
    : ILadderStep
{
    public bool MayTake(int position) => true;

    public Quantity NextSize(int position, MarginState state) => SizeFor(position, state);

    /// <returns>False if no liquidator came.</returns>
    public bool Take(int position, MarginState state, long wave)
    {
        ref Position row = ref ledger.Position(position);
        bool sells = row.Lots.IsLong;
        Price price = CoverPrice.ToTick(margins.MarkOf(position), sells, rules.LiquidatorFee);
        Execution done = order.Place(position, SizeFor(position, state), price);
        if (done.Filled.IsZero)
        {
            return false;
        }

        Money settled = ledger.Instruments[row.Instrument].Notional(price, done.Filled);
        ledger.PayLiquidator(position, sells ? done.Notional - settled : settled - done.Notional);
        order.ChargeClearance(position, done.Notional);
        return true;
    }

    private Quantity SizeFor(int position, MarginState state)
    {
        ref Position row = ref ledger.Position(position);
        int weight = ledger.Account(row.Account).Weight;
        return CoverPrice.Size(
            margins.RulesOf(position),
            rules,
            row.Lots,
            margins.MarkOf(position),
            weight,
            state,
            margins.ExposureOf(position)
        );
    }
}
