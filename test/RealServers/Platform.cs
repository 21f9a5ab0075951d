// The servers are Debian's.
[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]
