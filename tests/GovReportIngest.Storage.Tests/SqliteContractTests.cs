using GovReportIngest.Storage.Tests.Agencies;
using GovReportIngest.Storage.Tests.Archives;
using GovReportIngest.Storage.Tests.Documents;
using GovReportIngest.Storage.Tests.Quality;
using GovReportIngest.Storage.Tests.Queries;
using GovReportIngest.Storage.Tests.Review;
using GovReportIngest.Storage.Tests.Search;
using GovReportIngest.Storage.Tests.Users;
using Xunit.Abstractions;

namespace GovReportIngest.Storage.Tests;

public sealed class SqliteAgencyTests() : AgencyContract(SqliteStore.Instance);

public sealed class SqliteCatalogueTests() : CatalogueContract(SqliteStore.Instance);

public sealed class SqliteDocumentTests() : DocumentContract(SqliteStore.Instance);

public sealed class SqliteWorkTests() : WorkContract(SqliteStore.Instance);

public sealed class SqliteArrivalTests() : ArrivalContract(SqliteStore.Instance);

public sealed class SqliteClaimTests() : ClaimContract(SqliteStore.Instance);

public sealed class SqliteExtractionTests() : ExtractionContract(SqliteStore.Instance);

public sealed class SqliteQueryTests() : QueryContract(SqliteStore.Instance);

public sealed class SqliteQualityTests() : QualityContract(SqliteStore.Instance);

public sealed class SqliteReviewTests() : ReviewContract(SqliteStore.Instance);

public sealed class SqliteSearchTests() : SearchContract(SqliteStore.Instance);

public sealed class SqliteSearchSpeedTests(ITestOutputHelper output) : SearchSpeedContract(SqliteStore.Instance, output);

public sealed class SqliteUserTests() : UserContract(SqliteStore.Instance);

public sealed class SqliteVerificationTests() : VerificationContract(SqliteStore.Instance);

public sealed class SqliteQuerySpeedTests(ITestOutputHelper output) : QuerySpeedContract(SqliteStore.Instance, output);
