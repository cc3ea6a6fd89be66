// Calls of the API with the page's token; a session that ended leads to the sign-in page and back.
const token = document.querySelector('meta[name=csrf]').content;

export async function call(method, path, body) {
  const headers = { 'X-CSRF-TOKEN': token };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const answer = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  if (answer.status === 401) {
    location.assign('/login?return=' + encodeURIComponent(location.pathname + location.search));
    await new Promise(() => {});
  }
  const isJson = (answer.headers.get('Content-Type') ?? '').includes('json');
  return { status: answer.status, ok: answer.ok, body: isJson ? await answer.json() : null };
}
