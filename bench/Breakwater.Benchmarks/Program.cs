using BenchmarkDotNet.Running;
using Breakwater.Benchmarks;
using Breakwater.Benchmarks.Flow;

switch (args)
{
    case ["flow", ..]:
        return FlowCommand.Execute(args.AsSpan(1));
    case ["venue-flow", ..]:
        return VenueFlowCommand.Execute(args.AsSpan(1));
    case ["main-job"]:
        MainJobBenchmark.Run();
        return 0;
    case ["seeds", .. string[] settings]:
        SeedBenchmark.Run(settings);
        return 0;
    case ["serve", string run]:
        await ServeBenchmark.Run(run);
        return 0;
    case ["long-run", string run, string copy]:
        LongRun.Leave(run, copy);
        return 0;
    case ["ensemble"]:
        EnsembleBenchmark.Run();
        return 0;
    case ["accounts"]:
        AccountsBenchmark.Run();
        return 0;
    case ["liquidation"]:
        LiquidationBenchmark.Run();
        return 0;
    case ["margin", .. string[] ruleSets]:
        MarginBenchmark.Run(ruleSets);
        return 0;
    case ["rule-sets"]:
        RuleSetsBenchmark.Run();
        return 0;
    case ["map"]:
        MapBenchmark.Run();
        return 0;
    case ["import"]:
        ImportBenchmark.Run();
        return 0;
    case ["import-memory"]:
        ImportMemory.Run();
        return 0;
    case ["indicators"]:
        IndicatorBenchmark.Run();
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(FlowCommand).Assembly).Run(args);
        return 0;
}
