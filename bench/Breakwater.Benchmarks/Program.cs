using Breakwater.Benchmarks;

switch (args)
{
    case ["liquidation"]:
        LiquidationBenchmark.Run();
        return 0;
    case ["import"]:
        ImportBenchmark.Run();
        return 0;
    case ["indicators"]:
        IndicatorBenchmark.Run();
        return 0;
    default:
        Console.Error.WriteLine(
            "usage: dotnet run -c Release --project bench/Breakwater.Benchmarks -- liquidation|import|indicators"
        );
        return 2;
}
