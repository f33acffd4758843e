using System.Runtime.InteropServices;

namespace Breakwater.Matching;

/// <summary>Asks the system to back a large slab with large pages: a deep book is bound by address translation.</summary>
/// <remarks>A hint on Linux, nothing elsewhere. It changes no result, and a refusal is no error.</remarks>
internal static unsafe partial class LargePages
{
    private const int PageSize = 2 << 20;
    private const int HugePage = 14;

    public static void Advise(void* start, long bytes)
    {
        if (bytes >= 2 * PageSize && OperatingSystem.IsLinux())
        {
            nint first = ((nint)start + PageSize - 1) & ~(nint)(PageSize - 1);
            _ = MemoryAdvise(first, (nuint)((nint)start + (nint)bytes - first), HugePage);
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int MemoryAdvise(nint address, nuint length, int advice);
}
