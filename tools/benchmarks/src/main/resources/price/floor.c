/*
 * The least that a call can cost: OpenSSL without anything above it. Does what PeerProcess does, as far as calls of one
 * user go: see there for what it is told on its standard input.
 *
 * floor full|resumed|kept AUTHORITY-FILE
 */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define TOKEN "4839574812:AAFD39kkdpWt3ywyRZergyOLMaJhac60qcX"
#define BODY "{\"chat_id\":1,\"text\":\"Hello\"}"

static SSL_CTX *context;
static SSL_SESSION *session;
static SSL *kept;
static char host[64];
static int port;
static int resumes, keeps;

static long long micros(clockid_t clock) {
	struct timespec time;
	clock_gettime(clock, &time);
	return time.tv_sec * 1000000LL + time.tv_nsec / 1000;
}

static int keep_session(SSL *ssl, SSL_SESSION *given) {
	(void) ssl;
	if (!resumes)
		return 0;
	SSL_SESSION_free(session);
	session = given;
	return 1;
}

static void finish(SSL *ssl) {
	int socket = SSL_get_fd(ssl);
	SSL_shutdown(ssl);
	SSL_free(ssl);
	close(socket);
}

static SSL *begin(void) {
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(port) };
	int one = 1, number = socket(AF_INET, SOCK_STREAM, 0);
	inet_pton(AF_INET, host, &address.sin_addr);
	setsockopt(number, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
	if (connect(number, (struct sockaddr *) &address, sizeof address) < 0) {
		close(number);
		return NULL;
	}
	SSL *ssl = SSL_new(context);
	SSL_set_fd(ssl, number);
	X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), host);
	if (session)
		SSL_set_session(ssl, session);
	if (SSL_connect(ssl) != 1) {
		ERR_print_errors_fp(stderr);
		SSL_free(ssl);
		close(number);
		return NULL;
	}
	return ssl;
}

/* Reads one answer; its length is that of its head and what the head says. */
static int answered(SSL *ssl) {
	char bytes[16384];
	int length = 0, whole = -1;
	while (whole < 0 || length < whole) {
		int more = SSL_read(ssl, bytes + length, sizeof bytes - 1 - length);
		if (more <= 0)
			return 0;
		length += more;
		bytes[length] = 0;
		char *end = strstr(bytes, "\r\n\r\n");
		if (whole < 0 && end) {
			char *size = strcasestr(bytes, "content-length:");
			if (!size)
				return 0;
			whole = end + 4 - bytes + atoi(size + 15);
		}
	}
	return strstr(bytes, "\"ok\":true") != NULL;
}

static int call(void) {
	char request[1024];
	SSL *ssl = kept ? kept : begin();
	if (!ssl)
		return 0;
	int length = snprintf(request, sizeof request,
			"POST /bot" TOKEN "/sendMessage HTTP/1.1\r\nhost: %s:%d\r\naccept: application/json\r\n"
			"content-type: application/json\r\ncontent-length: %zu\r\nconnection: %s\r\n\r\n" BODY,
			host, port, strlen(BODY), keeps ? "keep-alive" : "close");
	int good = SSL_write(ssl, request, length) == length && answered(ssl);
	if (keeps && good)
		kept = ssl;
	else {
		kept = NULL;
		finish(ssl);
	}
	return good;
}

static void calls(int count, int think) {
	long long errors = 0, wall = micros(CLOCK_MONOTONIC), cpu = micros(CLOCK_PROCESS_CPUTIME_ID);
	printf("latencies");
	for (int i = 0; i < count; i++) {
		if (think)
			usleep(think);
		long long from = micros(CLOCK_MONOTONIC);
		if (!call())
			errors++;
		printf(" %lld", micros(CLOCK_MONOTONIC) - from);
	}
	printf("\nerrors %lld\nwall %lld\ncpu %lld\n", errors, micros(CLOCK_MONOTONIC) - wall,
			micros(CLOCK_PROCESS_CPUTIME_ID) - cpu);
}

static void close_kept(void) {
	if (kept)
		finish(kept);
	kept = NULL;
	SSL_SESSION_free(session);
	session = NULL;
}

int main(int count, char **arguments) {
	if (count != 3) {
		fprintf(stderr, "floor full|resumed|kept AUTHORITY-FILE\n");
		return 2;
	}
	resumes = !strcmp(arguments[1], "resumed");
	keeps = !strcmp(arguments[1], "kept");
	context = SSL_CTX_new(TLS_client_method());
	SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
	if (!SSL_CTX_load_verify_locations(context, arguments[2], NULL)) {
		ERR_print_errors_fp(stderr);
		return 1;
	}
	SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL);
	SSL_CTX_sess_set_new_cb(context, keep_session);
	char line[256], proxy[128];
	int number, users, think;
	while (fgets(line, sizeof line, stdin)) {
		if (sscanf(line, "open https://%63[0-9.]:%d%*[/ ]%127s", host, &port, proxy) == 3) {
			close_kept();
			if (strcmp(proxy, "-"))
				printf("failed It knows no proxies\n");
		}
		else if (sscanf(line, "calls %d %d %d", &number, &users, &think) == 3)
			calls(number, think);
		else if (!strncmp(line, "close", 5))
			close_kept();
		else
			printf("failed It only makes calls\n");
		puts("end");
		fflush(stdout);
	}
	return 0;
}
