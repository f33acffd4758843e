using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>Draws one venue's accounts so that longs and shorts of each coin add up to its open interest to the last lot.</summary>
/// <remarks>
/// Model, not measurement: docs/models/crowd.md. Each account has draws of its own, so that changing one venue or one account
/// leaves the luck of all others as it was. In a stratified crowd, whose draws go by rank of size among the holders of a side,
/// whales and what firms carry do; the number of accounts and whatever moves who holds which coin and side do not.
/// </remarks>
public sealed class CrowdDraw
{
    // Of one who holds two coins, whose draws are the most.
    private const int ShapeDraws = 8;

    private readonly CrowdParameters _parameters;
    private readonly VenueParameters _venue;
    private readonly Seed _seed;
    private readonly ListingChoice _listings;
    private readonly AccountShape[] _shapes;
    private readonly int[] _weights;
    private readonly double _logOfMedian;

    // Null where everybody draws for himself.
    private readonly SizeStrata? _sizes;

    public CrowdDraw(CrowdParameters parameters, VenueParameters venue, Seed seed)
    {
        _parameters = parameters;
        _venue = venue;
        _seed = seed;
        _logOfMedian = PortableMath.Log(parameters.MedianNotional);
        _listings = new ListingChoice(venue.Listings);
        _shapes = new AccountShape[venue.Crowd.Accounts];
        _weights = new int[_shapes.Length];
        if (parameters.Draw == DrawKind.Stratified)
        {
            BySize = new SizeOrder(_shapes.Length);
            _sizes = new SizeStrata(venue.Crowd, parameters);
        }

        DrawShapes(VenueLuck.Bucket(venue.Name));
    }

    /// <summary>Null where everybody draws for himself.</summary>
    internal SizeOrder? BySize { get; }

    /// <summary>Positions that the accounts will hold: what the venue's tables must have room for.</summary>
    public int PositionCount => _shapes.Length + _shapes.Count(shape => shape.SecondListing != AccountShape.NoCoin);

    /// <summary>Opens the accounts in a venue whose marks are set.</summary>
    /// <exception cref="CrowdException">An open interest cannot be split, or nobody of a kind survives.</exception>
    public void OpenIn(Venue venue, Timestamp time, IReadOnlyList<CoinHistory> histories)
    {
        (Holding[] first, Holding[] second) = SplitOpenInterest();
        var entries = new EntryDraw(_parameters, _venue, _seed, histories, time);
        for (int i = 0; i < _shapes.Length; i++)
        {
            OpenAccount(venue, time, i, first[i], second[i], entries);
        }
    }

    private void DrawShapes(long bucket)
    {
        var strata = new DrawStream(_seed, participant: 0, DrawPurposes.StrataOfShapes, bucket);
        ScrambledSobol? shared = _sizes is null ? null : new ScrambledSobol(strata, ShapeDraws);
        for (int rank = 0; rank < _shapes.Length; rank++)
        {
            int account = BySize?.AccountAt(rank) ?? rank;
            var own = new DrawStream(_seed, (uint)account, DrawPurposes.Shape, bucket);
            _weights[account] = _sizes?.WeightAt(rank) ?? _venue.Crowd.WeightOf(account);
            _shapes[account] = DrawShape(new HolderDraws(own, shared, rank), rank);
        }
    }

    private AccountShape DrawShape(HolderDraws draws, int rank)
    {
        int first = _listings.Pick(draws.NextUniform());
        bool twoCoins = draws.NextBernoulli(_parameters.TwoCoinShare) && _venue.Listings.Count > 1;
        bool cross = draws.NextBernoulli(_parameters.CrossShare);
        double ofSecond = draws.NextUniform();
        bool isLong = draws.NextBernoulli(_parameters.LongShare);
        bool sameSide = draws.NextBernoulli(_parameters.SameSideShare);
        double firstSize = DrawSize(ref draws, rank);

        // The last of its stream: that it is left out moves nobody's luck.
        double secondSize = twoCoins ? DrawSize(ref draws, rank) : 0;
        Invariant.Holds(_sizes is null || draws.Taken <= ShapeDraws, "all draws of an account's shape are counted");
        return new AccountShape
        {
            FirstListing = (short)first,
            FirstIsLong = isLong,
            FirstSize = firstSize,
            SecondSize = secondSize,
            SecondListing = (short)(twoCoins ? _listings.PickOther(ofSecond, first) : AccountShape.NoCoin),
            SecondIsLong = isLong == sameSide,
            IsCross = cross || twoCoins,
        };
    }

    private double DrawSize(ref HolderDraws draws, int rank)
    {
        if (_sizes is not null)
        {
            return _sizes.SizeAt(rank, draws.NextUniform());
        }

        double size;
        do
        {
            size = draws.NextLogNormal(_logOfMedian, _parameters.NotionalSigma);
        } while (size > _parameters.LargestNotional);

        return size;
    }

    internal (Holding[] First, Holding[] Second) SplitOpenInterest()
    {
        (HoldersOfSide[] longs, HoldersOfSide[] shorts) = HoldersByListing();
        var first = new Holding[_shapes.Length];
        var second = new Holding[_shapes.Length];
        for (int listing = 0; listing < longs.Length; listing++)
        {
            Split(listing, longs[listing], first, second);
            Split(listing, shorts[listing], first, second);
        }

        if (BySize is not null)
        {
            RankHolders(BySize, first, second);
        }

        return (first, second);
    }

    private void RankHolders(SizeOrder bySize, Holding[] first, Holding[] second)
    {
        int[] longs = new int[_venue.Listings.Count];
        int[] shorts = new int[_venue.Listings.Count];
        for (int rank = 0; rank < _shapes.Length; rank++)
        {
            int account = bySize.AccountAt(rank);
            ref AccountShape shape = ref _shapes[account];
            first[account] = first[account] with { Rank = (shape.FirstIsLong ? longs : shorts)[shape.FirstListing]++ };
            if (shape.SecondListing != AccountShape.NoCoin)
            {
                int[] side = shape.SecondIsLong ? longs : shorts;
                second[account] = second[account] with { Rank = side[shape.SecondListing]++ };
            }
        }
    }

    private (HoldersOfSide[] Longs, HoldersOfSide[] Shorts) HoldersByListing()
    {
        HoldersOfSide[] longs = [.. _venue.Listings.Select(_ => new HoldersOfSide(isLong: true))];
        HoldersOfSide[] shorts = [.. _venue.Listings.Select(_ => new HoldersOfSide(isLong: false))];
        for (int i = 0; i < _shapes.Length; i++)
        {
            ref AccountShape shape = ref _shapes[i];
            int weight = _weights[i];
            (shape.FirstIsLong ? longs : shorts)[shape.FirstListing].Add(i, isSecond: false, shape.FirstSize, weight);
            if (shape.SecondListing != AccountShape.NoCoin)
            {
                (shape.SecondIsLong ? longs : shorts)[shape.SecondListing]
                    .Add(i, isSecond: true, shape.SecondSize, weight);
            }
        }

        return (longs, shorts);
    }

    private void Split(int listing, HoldersOfSide holders, Holding[] first, Holding[] second)
    {
        ListingParameters open = _venue.Listings[listing];
        Quantity traded = holders.IsLong ? open.OpenInterest : open.OpenInterest - open.Carried;
        long lots = (traded - _venue.HeldByWhales(listing, holders.IsLong)).Lots;
        if (lots < holders.LeastLots || (lots > 0 && holders.Count == 0))
        {
            throw CrowdException.CannotSplit(_venue, listing, holders.IsLong, holders.Count, holders.LeastLots);
        }

        holders.Split(lots, first, second);
    }

    private void OpenAccount(
        Venue venue,
        Timestamp time,
        int i,
        Holding firstHeld,
        Holding secondHeld,
        EntryDraw entries
    )
    {
        ref AccountShape shape = ref _shapes[i];
        int weight = _weights[i];
        DrawnPosition first = entries.Draw(i, weight, shape.FirstListing, firstHeld);
        DrawnPosition second = secondHeld.Lots.IsZero
            ? default
            : entries.Draw(i, weight, shape.SecondListing, secondHeld);
        AccountId account = venue.OpenAccount(time, shape.IsCross ? MarginMode.Cross : MarginMode.Isolated, weight);
        Money margin = first.Margin + second.Margin;
        Quantity[] brought = shape.IsCross ? DrawCollateral(venue, i, weight, ref margin) : [];
        if (margin.IsPositive)
        {
            venue.Deposit(time, account, margin);
        }

        BringIn(venue, time, account, brought);
        Adopt(venue, time, account, shape.FirstListing, first, shape.IsCross);
        if (!secondHeld.Lots.IsZero)
        {
            Adopt(venue, time, account, shape.SecondListing, second, shape.IsCross);
        }
    }

    // Of each asset so much that it counts for its share of the margin at the start; what no amount counts for stays money.
    private Quantity[] DrawCollateral(Venue venue, int i, int weight, ref Money margin)
    {
        if (_venue.Collateral is not { } collateral)
        {
            return [];
        }

        var draws = new DrawStream(_seed, (uint)i, DrawPurposes.Collateral, VenueLuck.Bucket(_venue.Name));
        if (!draws.NextBernoulli(collateral.Holders))
        {
            return [];
        }

        Money whole = margin;
        var brought = new Quantity[collateral.Assets.Count];
        for (int asset = 0; asset < brought.Length; asset++)
        {
            CollateralAsset listed = _venue.Rules.Collateral!.Assets[asset];
            Money share = collateral.Assets[asset].MarginShare.Of(whole, Rounding.Floor);
            Price price = venue.CollateralPriceOf(new AssetId(asset));
            brought[asset] = listed.UnitsFor(share, price, weight, _venue.Rules.Settlement);
            Rational counted =
                listed.CountedPerTick(brought[asset], weight, _venue.Rules.Settlement)
                * Rational.FromInteger(price.Ticks);
            margin -= Money.Min(share, Money.FromMinorUnits(counted.ToInt64(Rounding.Floor)));
        }

        return brought;
    }

    private static void BringIn(Venue venue, Timestamp time, AccountId account, Quantity[] brought)
    {
        for (int asset = 0; asset < brought.Length; asset++)
        {
            if (!brought[asset].IsZero)
            {
                Rejection answer = venue.DepositCollateral(time, account, new AssetId(asset), brought[asset]);
                Invariant.Holds(answer == Rejection.None, "a cross account brings in what its venue counts");
            }
        }
    }

    private static void Adopt(
        Venue venue,
        Timestamp time,
        AccountId account,
        int listing,
        DrawnPosition drawn,
        bool cross
    )
    {
        Money isolated = cross ? Money.Zero : drawn.Margin;
        Rejection answer = venue.Adopt(
            time,
            new InstrumentId(listing),
            account,
            drawn.Lots,
            drawn.Entry,
            isolated,
            drawn.Leverage
        );
        Invariant.Holds(answer == Rejection.None, "a position drawn as a survivor stands at the start");
    }
}
