using System.Security.Cryptography;

namespace Breakwater.Runs;

/// <summary>Reads the files of one scenario and keeps a hash of each.</summary>
internal sealed class SourceFiles(ContentFolders folders)
{
    private readonly OrderedDictionary<string, string> _hashes = [];

    public ContentFolders Folders => folders;

    public IReadOnlyList<FileHash> Hashes => [.. _hashes.Select(hash => new FileHash(hash.Key, hash.Value))];

    /// <returns>Null where no folder has the file.</returns>
    /// <exception cref="InputException">It is there and cannot be read.</exception>
    public SourceFile? Read(string file) => folders.Find(file) is { } path ? ReadFrom(path, file) : null;

    /// <param name="name">What messages and hashes call it.</param>
    /// <exception cref="InputException">It cannot be read.</exception>
    public SourceFile ReadFrom(string path, string name)
    {
        if (!File.Exists(path))
        {
            throw new InputException(
                $"{name}: {(Directory.Exists(path) ? "is a folder, must be a file" : "no such file")}"
            );
        }

        try
        {
            byte[] bytes = File.ReadAllBytes(path);
            _hashes[name] = Convert.ToHexStringLower(SHA256.HashData(bytes));
            using var reader = new StreamReader(new MemoryStream(bytes));
            return new SourceFile(name, reader.ReadToEnd());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{name}: cannot be read: {error.Message}", error);
        }
    }
}
