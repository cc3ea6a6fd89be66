using GovReportIngest.Storage.Blobs;

namespace GovReportIngest.Storage.Tests.Blobs;

public sealed class S3SettingsTests
{
    [Fact]
    public void Custom_servers_are_asked_by_path_and_no_key_is_shown()
    {
        var settings = S3Settings.Parse("Endpoint=https://blobs.example:9000;Bucket=b;Prefix=/a/b/;Access Key=one;Secret Key=two");
        Assert.Equal(("s3://b/a/b/", true, "us-east-1"), (settings.Address, settings.IsPathStyle, settings.Region));
        Assert.Equal(settings.Address, settings.ToString());
        Assert.False(S3Settings.Parse("Bucket=b;Region=cn-north-1;Access Key=one;Secret Key=two").IsPathStyle);
    }

    [Theory]
    [InlineData("Bucket=b;Access Key=one;Secret Key=hidden;Buckett=x", "buckett")]
    [InlineData("Access Key=one;Secret Key=hidden", "bucket")]
    [InlineData("Bucket=b;Access Key=one;Secret Key=hidden;Retries=many", "Name=value")]
    [InlineData("Bucket=b;hidden", "Name=value")]
    public void What_is_wrong_is_named_and_no_key_is_told(string text, string said)
    {
        var wrong = Assert.Throws<StoreException>(() => S3Settings.Parse(text));
        Assert.Contains(said, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", wrong.ToString(), StringComparison.Ordinal);
    }
}
