using Breakwater.Data;

// A process that can be killed: imports files (from the second argument on) into a store (the first).
using var store = new ParquetStore(args[0], threads: 1);
Console.Out.WriteLine("started");
ImportSummary summary = new Importer(store, new ImportOptions()).Import(args[1..]);
return summary.Problems.Count;
