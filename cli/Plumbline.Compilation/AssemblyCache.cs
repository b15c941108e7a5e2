using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace Plumbline.Compilation;

/// <summary>Compiled validators, kept in a folder of the user's between runs.</summary>
/// <remarks>
/// <para>What is kept is code that will run: the folder and its files are the user's alone, and an entry that another user could have
/// written, that is damaged, or that belongs to another key counts as absent. It is then compiled and written anew.</para>
/// <para>An entry is written under another name and renamed, so that a process that reads sees all of it or nothing. A folder that cannot be
/// used costs time, never a run.</para>
/// </remarks>
public sealed class AssemblyCache
{
    /// <summary>Environment variable: <c>off</c>, or the folder that is used in place of the user's cache folder.</summary>
    public const string Variable = "PLUMBLINE_CACHE";

    private const string Off = "off";
    private const string Extension = ".validator";

    /// <summary>Entries that are kept; the oldest go first. One has some tens of kilobytes, and the text of its schema.</summary>
    private const int MaxEntries = 100;

    /// <summary>Bytes of the longest entry that is read; the longest text that is compiled comes to far less.</summary>
    private const int LongestEntry = 1 << 26;

    private const UnixFileMode OwnersFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OthersWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private readonly string _folder;

    /// <summary>Keeps assemblies in a folder, which is made when there is something to keep.</summary>
    /// <param name="folder">The folder.</param>
    public AssemblyCache(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _folder = folder;
    }

    /// <summary>The cache that the environment asks for, or null where it asks for none.</summary>
    /// <remarks>A privileged process cannot tell by permissions who wrote a file, and a home folder may be another user's (sudo): it has a
    /// cache only where <see cref="Variable"/> names one.</remarks>
    public static AssemblyCache? FromEnvironment()
    {
        string? named = Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrEmpty(named))
        {
            return named == Off ? null : new(Path.GetFullPath(named));
        }

        string user = UserFolder();
        return user.Length == 0 || Environment.IsPrivilegedProcess ? null : new(Path.Combine(user, "plumbline", "validators"));
    }

    /// <summary>The assembly of a key, or null.</summary>
    internal byte[]? Find(AssemblyKey key)
    {
        try
        {
            string path = PathOf(key);
            if (!File.Exists(path) || !IsPrivate())
            {
                return null;
            }

            using SafeFileHandle file = File.OpenHandle(path);
            if (!OperatingSystem.IsWindows())
            {
                // Refused unless the file is ours, whoever owns the folder.
                File.SetUnixFileMode(file, OwnersFile);
            }

            long length = RandomAccess.GetLength(file);
            byte[] entry = new byte[length <= LongestEntry ? length : 0];
            return RandomAccess.Read(file, entry, 0) == entry.Length ? AssemblyOf(key, entry) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps the assembly of a key, if the folder can be used.</summary>
    internal void Keep(AssemblyKey key, byte[] image)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(_folder);
            }
            else
            {
                Directory.CreateDirectory(_folder, OwnersFolder);
            }

            if (IsPrivate())
            {
                Write(key, image);
                DropOldest();
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The next run compiles again.
        }
    }

    // An entry: the key, a checksum of the assembly, the assembly.
    private static byte[]? AssemblyOf(AssemblyKey key, ReadOnlySpan<byte> entry)
    {
        int head = key.Bytes.Length + sizeof(ulong);
        return entry.Length > head
            && entry.StartsWith(key.Bytes)
            && Checksum.Of(entry[head..]) == BinaryPrimitives.ReadUInt64LittleEndian(entry[key.Bytes.Length..])
            ? entry[head..].ToArray()
            : null;
    }

    // ~/.cache as freedesktop.org's base directories have it; the folders that the other systems set aside for the same.
    private static string UserFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        }

        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string? cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        return OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Caches")
            : Path.IsPathRooted(cache) ? cache
            : home.Length == 0 ? "" : Path.Combine(home, ".cache");
    }

    private string PathOf(AssemblyKey key) => Path.Combine(_folder, key.Name + Extension);

    private bool IsPrivate() =>
        Directory.Exists(_folder) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(_folder) & OthersWrite) == 0);

    private void Write(AssemblyKey key, byte[] image)
    {
        string temporary = Path.Combine(_folder, Path.GetRandomFileName());
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnersFile;
        }

        try
        {
            using (var file = new FileStream(temporary, options))
            {
                Span<byte> checksum = stackalloc byte[sizeof(ulong)];
                BinaryPrimitives.WriteUInt64LittleEndian(checksum, Checksum.Of(image));
                file.Write(key.Bytes);
                file.Write(checksum);
                file.Write(image);
            }

            File.Move(temporary, PathOf(key), overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private void DropOldest()
    {
        foreach (FileInfo old in new DirectoryInfo(_folder).EnumerateFiles("*" + Extension).OrderByDescending(file => file.LastWriteTimeUtc).Skip(MaxEntries))
        {
            old.Delete();
        }
    }
}
