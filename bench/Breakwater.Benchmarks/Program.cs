using Breakwater.Benchmarks.Flow;
using BenchmarkDotNet.Running;

if (args is ["flow", ..])
{
    return FlowCommand.Execute(args.AsSpan(1));
}

BenchmarkSwitcher.FromAssembly(typeof(FlowCommand).Assembly).Run(args);
return 0;
