namespace Breakwater.Runs.Tests;

public sealed class SpoiledAccountsTests
{
    public static TheoryData<string, string, string, string> Accounts =>
        SpoiledInputs.Parse(
            "accounts.csv",
            """
            second,carl | secnd,carl | accounts.csv:6: venue: "secnd" is no venue of this scenario, did you mean "second"?
            second,carl | second, | accounts.csv:6: account: "" must be a name
            bert,cross,ETHUSDT | bert,isolated,ETHUSDT | accounts.csv:5: mode: "isolated" must be cross, as in line 4 of the same account
            carl,cross | carl,crossed | accounts.csv:6: mode: "crossed" must be isolated or cross
            ,BTC,long | ,BTCUSDT,long | accounts.csv:6: instrument: "BTCUSDT" is not listed at second, known: BTC
            ETHUSDT,long,20,3990 | BTCUSDT,long,20,99000 | accounts.csv:5: instrument: "BTCUSDT" is held by this account already: accounts.csv:4
            BTC,long | BTC,up | accounts.csv:6: side: "up" must be long or short
            long,0.5 | long,-0.5 | accounts.csv:6: quantity: "-0.5" must be a number above 0, such as "116830.3"
            long,0.5 | long,0.000001 | accounts.csv:6: quantity: "0.000001" must be a whole number of lots of 0.00001
            long,0.5 | long,100000000 | accounts.csv:6: quantity: "100000000" is worth more than 1000000000000 at its entry price
            long,0.5 | long,half | accounts.csv:6: quantity: "half" must be a number above 0, such as "116830.3"
            100000.4 | -100000.4 | accounts.csv:6: entry_price: "-100000.4" must be a number above 0, such as "116830.3"
            long,0.5,100000.4 | long,0.5,1000 | accounts.csv:6: entry_price: "1000" is 100 times below the coin's price at the start, 100000; must lie between 5000 and 2000000: is it in another unit?
            long,0.5,100000.4 | short,0.5,1000 | accounts.csv:6: entry_price: "1000" is 100 times below the coin's price at the start, 100000; must lie between 5000 and 2000000: is it in another unit?
            long,0.5,100000.4 | long,0.5,10000000 | accounts.csv:6: entry_price: "10000000" is 100 times above the coin's price at the start, 100000; must lie between 5000 and 2000000: is it in another unit?
            long,0.5,100000.4 | short,0.5,10000000 | accounts.csv:6: entry_price: "10000000" is 100 times above the coin's price at the start, 100000; must lie between 5000 and 2000000: is it in another unit?
            9000,500,5x | ,500,5x | accounts.csv:3: margin: "" must be a number from 0 up, such as "1000.50"
            9000,500,5x | -9000,500,5x | accounts.csv:3: margin: "-9000" must be a number from 0 up, such as "1000.50"
            9000,500,5x | 9000.0000001,500,5x | accounts.csv:3: margin: "9000.0000001" must be in steps of 0.000001 USDT and at most 1000000000000
            ,50000,10 | 7,50000,10 | accounts.csv:4: margin: "7" must be empty: under cross margin the wallet stands behind the position
            ,50000,10 | ,,10 | accounts.csv:4: wallet: "" must be a number from 0 up, such as "1000.50"
            3990,,,10 | 3990,,40000,10 | accounts.csv:5: wallet: "40000" must be empty or "50000", as in line 4 of the same account
            10000,20 | 10000,-20 | accounts.csv:6: leverage: "-20" must be a leverage from 1x up, such as "30x"
            10000,20 | 10000,41 | accounts.csv:6: leverage: "41" is above 40x, the limit of second for a position of 50000 USDC
            long,1,99000,20000,,5 | long,3,99000,20000,,51 | accounts.csv:2: leverage: "51" is above 50x, the limit of first for a position of 300000 USDT
            side,quantity | side,size | accounts.csv:1: the column "size" is unknown, did you mean "side"?
            10000,20 | 10000 | accounts.csv:6: 9 values where the header has 10; is the file cut off?
            """
        );

    [Theory]
    [MemberData(nameof(Accounts))]
    public void Are_answered_with_file_line_and_value(string file, string from, string to, string message)
    {
        using var folder = new InputFolder();
        folder.Replace(file, from, to);

        Assert.Equal(message, folder.Refusal(() => folder.ReadWithAccounts()));
    }
}
