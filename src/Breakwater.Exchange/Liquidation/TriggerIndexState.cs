namespace Breakwater.Exchange;

/// <summary>A copy of one index's nodes.</summary>
internal sealed record TriggerIndexState(ulong[] Occupied, int[] Children, int FreeNode, int Highest);
