using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Breakwater.Matching;

/// <summary>Fetches memory that will be written soon.</summary>
/// <remarks>
/// Stores leave the processor in order. In a deep book the neighbours of an order are in no near cache, and a store to one
/// would hold up the event behind it; fetched ahead of the event, they arrive while it is written.
/// </remarks>
internal static unsafe class CacheLine
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch(void* address)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(address);
        }
    }
}
