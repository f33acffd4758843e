using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

public abstract partial class VenueContract
{
    // 198.3 are left unpaid. bob has won 301.3 by the mark and carol 903.9: of 1,205.2 there are 1,006.9.
    private const string ALossAndTwoWinners = """
        open alice isolated
        open bob isolated
        open carol isolated
        deposit alice 500
        deposit bob 5000
        deposit carol 15000
        deposit fund 100
        mark BTC 50000
        trade alice buys 1 BTC from outside at 50000 100x
        trade outside buys 1 BTC from bob at 50000 10x
        trade outside buys 3 BTC from carol at 50000 10x
        ------
        mark BTC 49698.7 => alice liquidatable: 1 BTC equity 198.7 below 198.7948
                         => alice changes by -1 BTC at 49201.7 realised -798.3
                         => alice order: 1 BTC fills at 49201.7
                         => fund pays alice 100
                         => alice leaves 198.3 unpaid
                         => carol bears 148.725
                         => bob bears 49.575
        show unpaid      => 0
        """;

    [Fact]
    public void Winners_share_what_nobody_pays_in_proportion_to_their_gains() =>
        Specify(AnyPrice with { LossSharing = LossSharing.AmongWinners }, ALossAndTwoWinners, OnePercentWorse);

    // 198.3 on 4 BTC are 49.575 for each.
    [Fact]
    public void Everybody_who_holds_the_instrument_shares_what_nobody_pays_by_size() =>
        Specify(AnyPrice with { LossSharing = LossSharing.OnOpenInterest }, ALossAndTwoWinners, OnePercentWorse);

    // bob's gain is 30.13, and the rest stays.
    [Fact]
    public void Winners_bear_no_more_than_they_gained() =>
        Specify(
            AnyPrice with
            {
                LossSharing = LossSharing.AmongWinners,
            },
            """
            open alice isolated
            open bob isolated
            deposit alice 500
            deposit bob 500
            mark BTC 50000
            trade alice buys 1 BTC from outside at 50000 100x
            trade outside buys 0.1 BTC from bob at 50000 10x
            ------
            mark BTC 49698.7 => alice liquidatable: 1 BTC equity 198.7 below 198.7948
                             => alice changes by -1 BTC at 49201.7 realised -798.3
                             => alice order: 1 BTC fills at 49201.7
                             => alice leaves 298.3 unpaid
                             => bob bears 30.13
            show unpaid      => 268.17
            mark BTC 49690
            show unpaid      => 268.17
            """,
            OnePercentWorse
        );
}
