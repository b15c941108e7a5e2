#if NETSTANDARD2_0
namespace System.Runtime.CompilerServices;

/// <summary>Marks <c>init</c> accessors. Public here, and forwarded to the framework's own type in the net10.0 build, so
/// that an assembly compiled against the netstandard2.0 build still finds the accessors when the net10.0 build is loaded.</summary>
[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
public static class IsExternalInit;
#else
[assembly: System.Runtime.CompilerServices.TypeForwardedTo(typeof(System.Runtime.CompilerServices.IsExternalInit))]
#endif
