using Breakwater.Indicators;

namespace Breakwater.Benchmarks;

/// <summary>Ten million rows through the streaming indicators of prices, volumes and open interest, in one pass.</summary>
internal static class IndicatorBenchmark
{
    private const int Rows = 10_000_000;
    private const int Window = 1440;
    private const int Rounds = 5;

    public static void Run()
    {
        (double[] prices, double[] volumes) = Series();
        for (int round = 0; round < Rounds; round++)
        {
            TimeSpan start = Environment.CpuUsage.UserTime;
            double sum = Pass(prices, volumes);
            Console.WriteLine(
                $"{Rows:N0} rows, 5 indicators: {(Environment.CpuUsage.UserTime - start).TotalSeconds:0.00} s of processor time (checksum {sum:R})"
            );
        }
    }

    private static double Pass(double[] prices, double[] volumes)
    {
        var drawdown = new Drawdown();
        var volatility = new RealisedVolatility(Window, 525_600);
        var amihud = new Amihud(Window);
        var lambda = new KyleLambda(Window);
        var openInterest = new RelativeToMean(Window);
        double sum = 0;
        for (int row = 0; row < Rows; row++)
        {
            openInterest.Add(volumes[row]);
            sum += drawdown.Add(prices[row]);
            volatility.Add(prices[row]);
            amihud.Add(prices[row], volumes[row] * prices[row]);
            lambda.Add(prices[row], volumes[row] - 1.5);
        }

        return sum + volatility.Current + amihud.Current + lambda.Current;
    }

    private static (double[] Prices, double[] Volumes) Series()
    {
        var prices = new double[Rows];
        var volumes = new double[Rows];
        var random = new Random(1);
        double price = 120_000;
        for (int row = 0; row < Rows; row++)
        {
            price *= 1 + ((random.NextDouble() - 0.5) * 0.001);
            prices[row] = price;
            volumes[row] = 1 + random.NextDouble();
        }

        return (prices, volumes);
    }
}
