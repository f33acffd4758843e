using BenchmarkDotNet.Running;
using Breakwater.Benchmarks.Flow;

if (args is ["flow", ..])
{
    return FlowCommand.Execute(args.AsSpan(1));
}

BenchmarkSwitcher.FromAssembly(typeof(FlowCommand).Assembly).Run(args);
return 0;
