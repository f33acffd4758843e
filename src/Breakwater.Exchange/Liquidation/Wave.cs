using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>The liquidations that one mark update or one funding brings about.</summary>
/// <remarks>
/// Everybody who is liquidatable goes in order of how far the mark has passed their liquidation price, then by age of the
/// position. Deleveraging can make others liquidatable: they follow in a further pass of the same wave. Losses that are shared
/// in the end can, too: they wait for the next mark.
/// </remarks>
internal sealed class Wave(
    Ledger ledger,
    Marks marks,
    Margins margins,
    LiquidationWatch watch,
    LiquidationLadder ladder,
    Backstop backstop,
    Socialisation socialisation,
    LiquidationRules rules
)
{
    private readonly List<int> _safe = [];

    // Liquidatable still, because nobody stood against the venue's order, the engine had no time or the block is full: the next
    // mark tries again.
    private readonly List<int> _stranded = [];

    private readonly List<Crossing> _crossed = [];
    private long _waves;
    private int _capacity;
    private bool _isFirstPass;

    /// <summary>Margin accounts that were evaluated because a mark crossed the price up to which they were surely safe.</summary>
    public long Evaluations { get; set; }

    /// <summary>After a mark or a funding of an instrument.</summary>
    public void Run(int instrument)
    {
        if (rules.IsSuspended)
        {
            return;
        }

        Begin();
        do
        {
            while (Collect(instrument))
            {
                LiquidateCollected();
            }

            _isFirstPass = false;
        } while (backstop.DeleverageInsolventFund(_waves));

        PlaceAll(_stranded);
        socialisation.Share(instrument);
    }

    /// <summary>After a price of a collateral asset: who is short by most goes first. Losses wait for the next mark to be shared.</summary>
    public void RunForCollateral(int asset)
    {
        if (rules.IsSuspended)
        {
            return;
        }

        Begin();
        do
        {
            while (CollectHolders(asset))
            {
                LiquidateCollected();
            }

            _isFirstPass = false;
        } while (backstop.DeleverageInsolventFund(_waves));

        PlaceAll(_stranded);
    }

    private void Begin()
    {
        _waves++;
        _capacity = rules.Throughput;
        _isFirstPass = true;
    }

    private void LiquidateCollected()
    {
        _crossed.Sort(Crossing.DeepestFirst);
        foreach (Crossing crossing in _crossed)
        {
            if (Settles(crossing.Position))
            {
                watch.Place(crossing.Position);
            }
            else
            {
                _stranded.Add(crossing.Position);
            }
        }
    }

    private bool Settles(int position)
    {
        if (!margins.StateOf(position).IsLiquidatable)
        {
            return true;
        }

        return !Waits(position) && ladder.MayAct(position) && _capacity-- > 0 && ladder.Liquidate(position, _waves);
    }

    // Nobody came for it before, and it was placed anew since: the fund has been deleveraged against it.
    private bool Waits(int position) => !_isFirstPass && _stranded.Contains(position);

    private bool Collect(int instrument)
    {
        _crossed.Clear();
        while (watch.TryFindCrossed(instrument, out int position))
        {
            // Closed since it was placed, in an account that is stranded and placed at the end.
            if (ledger.Position(position).Lots.IsZero)
            {
                watch.TakeOut(position);
                continue;
            }

            Evaluations++;
            MarginState state = margins.StateOf(position);
            if (state.IsLiquidatable)
            {
                watch.TakeOut(position);
                _crossed.Add(new Crossing(position, DepthOf(position, state)));
            }
            else
            {
                PlaceSafe(position);
            }
        }

        PlaceAll(_safe);
        return _crossed.Count > 0;
    }

    // One whose share of the slack is nothing, or whose rank is cut off after funding in a deep fall, stands where this mark crosses it
    // still: it is placed once everybody was looked at.
    private void PlaceSafe(int position)
    {
        watch.Place(position);
        if (watch.IsCrossed(position))
        {
            watch.TakeOut(position);
            _safe.Add(position);
        }
    }

    private bool CollectHolders(int asset)
    {
        _crossed.Clear();
        while (watch.TryTakeHolder(asset, out int account))
        {
            int position = OldestOpen(account);
            if (position == Ledger.None)
            {
                continue;
            }

            Evaluations++;
            MarginState state = margins.StateOf(position);
            if (state.IsLiquidatable)
            {
                _crossed.Add(new Crossing(position, -state.Slack.MinorUnits));
            }
            else
            {
                _safe.Add(position);
            }
        }

        PlaceAll(_safe);
        return _crossed.Count > 0;
    }

    private int OldestOpen(int account)
    {
        int oldest = Ledger.None;
        for (int p = ledger.Account(account).FirstPosition; p != Ledger.None; p = ledger.Position(p).NextOfAccount)
        {
            bool isOlder = oldest == Ledger.None || p < oldest;
            oldest = isOlder && !ledger.Position(p).Lots.IsZero ? p : oldest;
        }

        return oldest;
    }

    private void PlaceAll(List<int> positions)
    {
        foreach (int position in positions)
        {
            watch.Place(position);
        }

        positions.Clear();
    }

    // Ticks by which the mark has passed the position's liquidation price, other positions' marks held fixed.
    private long DepthOf(int position, MarginState state)
    {
        ref Position row = ref ledger.Position(position);
        Money required = margins.Value(row) - margins.Maintenance(row) - state.Slack;
        return Math.Abs(margins.Trigger(row, required) - marks[row.Instrument].Ticks);
    }
}
