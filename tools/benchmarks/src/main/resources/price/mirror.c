/*
 * A line with a round trip. Packets for the other end of the tun device come back from it after half of the round trip,
 * with source and destination exchanged: who connects to the other end reaches this machine, all packets late, also
 * those of TCP's own handshake. Exchanging two words leaves checksums as they are.
 *
 * mirror DEVICE ROUND-TRIP-IN-MILLISECONDS
 */
#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#define PACKETS 8192
#define SIZE 2048

static struct { int64_t due; int length; unsigned char bytes[SIZE]; } packets[PACKETS];

static int64_t now(void) {
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static void exchange_addresses(unsigned char *packet) {
	unsigned char source[4];
	memcpy(source, packet + 12, 4);
	memcpy(packet + 12, packet + 16, 4);
	memcpy(packet + 16, source, 4);
}

int main(int count, char **arguments) {
	if (count != 3) {
		fprintf(stderr, "mirror DEVICE ROUND-TRIP-IN-MILLISECONDS\n");
		return 2;
	}
	struct ifreq request = { 0 };
	strncpy(request.ifr_name, arguments[1], IFNAMSIZ - 1);
	request.ifr_flags = IFF_TUN | IFF_NO_PI;
	int64_t delay = atoll(arguments[2]) * 1000000 / 2;
	int tun = open("/dev/net/tun", O_RDWR | O_NONBLOCK);
	if (tun < 0 || ioctl(tun, TUNSETIFF, &request) < 0) {
		perror("/dev/net/tun");
		return 1;
	}
	puts("ready");
	fflush(stdout);
	unsigned first = 0, next = 0;
	struct pollfd polled[2] = { { tun, POLLIN, 0 }, { 0, POLLIN, 0 } };
	for (;;) {
		struct timespec wait, *timeout = NULL;
		if (first != next) {
			int64_t left = packets[first % PACKETS].due - now();
			left = left < 0 ? 0 : left;
			wait = (struct timespec) { left / 1000000000, left % 1000000000 };
			timeout = &wait;
		}
		ppoll(polled, 2, timeout, NULL);
		char end;
		if (polled[1].revents && read(0, &end, 1) <= 0)
			return 0;
		while (next - first < PACKETS) {
			int length = read(tun, packets[next % PACKETS].bytes, SIZE);
			if (length <= 0)
				break;
			if (length >= 20 && packets[next % PACKETS].bytes[0] >> 4 == 4) {
				exchange_addresses(packets[next % PACKETS].bytes);
				packets[next % PACKETS].length = length;
				packets[next++ % PACKETS].due = now() + delay;
			}
		}
		while (first != next && packets[first % PACKETS].due <= now()) {
			if (write(tun, packets[first % PACKETS].bytes, packets[first % PACKETS].length) < 0)
				perror("write");
			first++;
		}
	}
}
