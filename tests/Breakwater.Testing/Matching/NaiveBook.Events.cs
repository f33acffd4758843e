using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Testing.Matching;

public sealed partial class NaiveBook
{
    private MarketEvent.OrderFacts Facts(NaiveOrder order, byte detail, int reference) =>
        new(instrument.Id, order.Owner, order.Number, detail, reference);

    private MarketEvent.OrderFacts Facts(NaiveOrder order) =>
        Facts(order, (byte)order.Terms.Side, (int)order.Terms.Bits);

    private void WriteAccepted(NaiveOrder order) =>
        MarketEvent.WriteOrderAccepted(
            ref log.Next(),
            _now,
            Facts(order),
            order.Open,
            order.Price,
            order.Terms.IsConditional ? order.Stop : order.Peak
        );

    private void WriteRejected(
        OrderRejection reason,
        long number,
        int owner,
        OrderTerms terms,
        long quantity,
        long price
    ) =>
        MarketEvent.WriteOrderRejected(
            ref log.Next(),
            _now,
            new MarketEvent.OrderFacts(instrument.Id, owner, number, (byte)reason, (int)terms.Bits),
            quantity,
            price
        );

    private void WriteCancelled(NaiveOrder order, CancelReason reason) =>
        MarketEvent.WriteOrderCancelled(
            ref log.Next(),
            _now,
            Facts(order, (byte)reason, (int)order.Terms.Bits),
            order.Open,
            order.Price
        );

    private void WriteExpired(NaiveOrder order) =>
        MarketEvent.WriteOrderExpired(ref log.Next(), _now, Facts(order), order.Open, order.Price);

    private void WriteAmended(NaiveOrder order, long before, bool keptPlace) =>
        MarketEvent.WriteOrderAmended(
            ref log.Next(),
            _now,
            Facts(order, (byte)((byte)order.Terms.Side + (keptPlace ? MarketEvent.KeptPlace : 0)), (int)before),
            order.Open,
            order.Price,
            order.Shown
        );

    private void WriteTriggered(NaiveOrder order) =>
        MarketEvent.WriteOrderTriggered(
            ref log.Next(),
            _now,
            Facts(order),
            order.Open,
            _prices[(int)order.Terms.Trigger],
            order.Stop
        );

    private void WriteReplenished(NaiveOrder order) =>
        MarketEvent.WriteOrderReplenished(
            ref log.Next(),
            _now,
            Facts(order),
            order.Shown,
            order.Price,
            order.Open - order.Shown
        );

    private void WriteMeeting(bool own, NaiveOrder taker, NaiveOrder maker, long quantity, long price, byte side)
    {
        MarketEvent.OrderFacts facts = Facts(taker, side, (int)maker.Shown);
        ref MarketEvent slot = ref log.Next();
        if (own)
        {
            MarketEvent.WriteOrderDecremented(ref slot, _now, facts, maker.Owner, maker.Number, quantity, price);
        }
        else
        {
            MarketEvent.WriteOrderFilled(ref slot, _now, facts, maker.Owner, maker.Number, quantity, price);
        }
    }
}
