namespace Breakwater.Benchmarks;

/// <summary>Drawn trades, 14 ms apart on average, in the layout of Tardis, always the same.</summary>
internal static class TradesFile
{
    public static void Write(string path, int rows)
    {
        var random = new Random(1);
        using var text = new StreamWriter(path);
        text.WriteLine("exchange,symbol,timestamp,local_timestamp,id,side,price,amount");
        long time = 1760054400000000;
        decimal price = 121758.5m;
        for (int row = 0; row < rows; row++)
        {
            time += random.Next(28_000);
            price += random.Next(-1, 2) * 0.5m;
            string side = random.Next(2) == 0 ? "buy" : "sell";
            decimal amount = random.Next(1, 5000) / 1000m;
            text.WriteLine(
                FormattableString.Invariant(
                    $"binance-futures,BTCUSDT,{time},{time + 5000},{6_500_000_000 + row},{side},{price},{amount}"
                )
            );
        }
    }
}
