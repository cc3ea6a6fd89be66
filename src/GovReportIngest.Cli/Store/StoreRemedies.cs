using System.Diagnostics;
using GovReportIngest.Core.Speech;
using GovReportIngest.Storage;

namespace GovReportIngest.Cli.Store;

/// <summary>What to do about a store that cannot be used.</summary>
internal static class StoreRemedies
{
    public static string Of(StoreFault fault, Tongue tongue) => fault switch
    {
        StoreFault.NotFound => tongue["Give the folder that ingest --data wrote to.", "请给出 ingest --data 使用的文件夹。"],
        StoreFault.InUse => tongue["Wait until it has ended, or end it; reading verbs work meanwhile.", "请等待其结束或将其终止；其间仍可使用查询命令。"],
        StoreFault.Newer => tongue["Use the newer program.", "请使用较新版本的程序。"],
        StoreFault.Older => tongue["The next ingest --data brings it up to date.", "下一次 ingest --data 会自动升级。"],
        StoreFault.OnNetwork => tongue["Give a folder on a disk of this machine.", "请使用本机磁盘上的文件夹。"],
        StoreFault.OnServer => tongue[
            "Copy the database with pg_dump, and then the folder blobs; restore both with pg_restore.", "请先用 pg_dump 备份数据库，再复制 blobs 文件夹；恢复时用 pg_restore。"],
        StoreFault.Unreachable => tongue[
            "Check that the server runs, and GOVREPORT_STORE; what was stored is safe, and the same command goes on where it stopped.",
            "请检查服务器是否运行以及 GOVREPORT_STORE 的内容；已存入的内容是安全的，再次运行同一命令即可继续。"],
        StoreFault.BlobsUnreachable => tongue[
            "Check that the server of the blobs runs, and GOVREPORT_BLOBS; what was stored is safe, and the same command goes on where it stopped.",
            "请检查对象存储服务器是否运行以及 GOVREPORT_BLOBS 的内容；已存入的内容是安全的，再次运行同一命令即可继续。"],
        StoreFault.BlobsRefused => tongue[
            "Check bucket, region and keys in GOVREPORT_BLOBS, the rights of the key (get, put and list), and the clock of this machine.",
            "请检查 GOVREPORT_BLOBS 中的存储桶、区域和密钥，密钥的权限（读取、写入、列举），以及本机时钟。"],
        StoreFault.BlobsElsewhere => tongue[
            "Set GOVREPORT_BLOBS to where the blobs of this store lie (docs/store.md); backup and restore move them elsewhere.",
            "请将 GOVREPORT_BLOBS 设为此数据文件夹的数据块所在位置（见 docs/store.md）；迁移请用 backup 和 restore。"],
        StoreFault.Failed => tongue[
            "Check the folder's rights and the free space; what was stored is safe, and the same command goes on where it stopped.",
            "请检查文件夹权限和剩余空间；已存入的内容是安全的，再次运行同一命令即可继续。"],
        StoreFault.Damaged => tongue["govreport verify --data DIR names what is damaged; ingest its source again with --force, or restore a copy.",
            "govreport verify --data DIR 会列出损坏的内容；请用 --force 重新处理其来源，或恢复备份。"],
        _ => throw new UnreachableException(),
    };
}
