// SPDX-License-Identifier: GPL-3.0-or-later
// One plays the citizen: writes, attaches, records, comments; sees what the police answer and post.
'use strict';

const at = id => document.getElementById(id);
const own = { psid: localStorage.getItem('citizen') || '', files: [], replyTo: null, tab: 'chat', posts: [], shownRead: 0 };

// ---- talking to the stand-in ----------------------------------------------------------------------------------------------

async function call(path, body, files) {
  const options = {};
  if (files && files.length) {
    options.method = 'POST';
    options.body = new FormData();
    options.body.append('json', JSON.stringify(body));
    for (const file of files) options.body.append('file', file, file.name);
  } else if (body) {
    options.method = 'POST';
    options.headers = { 'Content-Type': 'application/json' };
    options.body = JSON.stringify(body);
  }
  const answer = await fetch('/control/' + path, options);
  const json = await answer.json();
  if (!answer.ok) throw new Error(json.error || answer.status);
  return json;
}

let troubleTimer;
function trouble(words) {
  at('trouble').textContent = words;
  at('trouble').hidden = false;
  clearTimeout(troubleTimer);
  troubleTimer = setTimeout(() => { at('trouble').hidden = true; }, 6000);
}

const attempt = act => async event => {
  if (event) event.preventDefault();
  try { await act(event); } catch (error) { trouble('Chưa gửi được: ' + error.message); }
};

// ---- small things -----------------------------------------------------------------------------------------------------------

function el(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function button(text, act, className) {
  const made = el('button', className, text);
  made.type = 'button';
  made.addEventListener('click', attempt(act));
  return made;
}

const time = ms => new Date(ms).toLocaleTimeString('vi', { hour: '2-digit', minute: '2-digit' });
const day = ms => new Date(ms).toLocaleDateString('vi', { weekday: 'long', day: 'numeric', month: 'numeric' });
const initials = name => name.trim().split(/\s+/).slice(-2).map(word => word[0]).join('').toUpperCase();

function avatar(name, page) {
  const made = el('div', 'avatar small' + (page ? ' shield' : ''));
  if (page) { made.append(document.querySelector('.page .shield svg').cloneNode(true)); return made; }
  let hue = 0;
  for (const letter of name) hue = (hue * 31 + letter.codePointAt(0)) % 360;
  made.style.background = `hsl(${hue} 45% 42%)`;
  made.textContent = initials(name);
  return made;
}

// ---- the conversation -----------------------------------------------------------------------------------------------------

function attachment(one) {
  if (one.kind === 'image') { const made = el('img', 'photo'); made.src = one.url; made.alt = one.name; made.loading = 'lazy'; return made; }
  if (one.kind === 'sticker') { const made = el('img', 'sticker'); made.src = one.url; made.alt = 'Nhãn dán'; return made; }
  if (one.kind === 'video' || one.kind === 'audio') { const made = el(one.kind); made.src = one.url; made.controls = true; made.preload = 'metadata'; return made; }
  const made = el('a', 'filelink');
  made.target = '_blank';
  made.rel = 'noopener';
  if (one.kind === 'location') {
    made.textContent = `📍 Vị trí ${one.lat}, ${one.long}`;
    made.href = `https://www.openstreetmap.org/?mlat=${one.lat}&mlon=${one.long}&zoom=16`;
  } else {
    made.textContent = one.kind === 'link' ? '🔗 ' + (one.title || one.url) : '📄 ' + one.name;
    made.href = one.url;
  }
  return made;
}

function messageActs(message, mine) {
  const acts = el('div', 'acts');
  if (message.deleted) return acts;
  acts.append(button('Trả lời', () => { own.replyTo = message; showReplyTo(); at('text').focus(); }));
  if (mine) {
    if (message.text) acts.append(button('Sửa', async () => {
      const text = prompt('Sửa tin nhắn', message.text);
      if (text) await call(`citizens/${own.psid}/edit`, { mid: message.mid, text });
    }));
    acts.append(button('Thu hồi', () => call(`citizens/${own.psid}/unsend`, { mid: message.mid })));
  } else {
    acts.append(button('❤', () => call(`citizens/${own.psid}/reaction`, { mid: message.mid, reaction: 'love', emoji: '❤' })));
    acts.append(button('👍', () => call(`citizens/${own.psid}/reaction`, { mid: message.mid, reaction: 'like', emoji: '👍' })));
  }
  return acts;
}

function messageRow(message, byMid, last) {
  const mine = message.from === 'citizen';
  const row = el('li', 'msg' + (mine ? ' own' : '') + (last ? ' last' : ''));
  const stack = el('div', 'stack');
  const answered = message.reply_to && byMid.get(message.reply_to);
  if (answered) stack.append(el('div', 'quote', '↪ ' + (answered.text || 'Tệp đính kèm')));
  if (message.deleted) stack.append(el('div', 'bubble gone', 'Tin nhắn đã được thu hồi'));
  else {
    if (message.text) stack.append(el('div', 'bubble', message.text));
    for (const one of message.attachments) stack.append(attachment(one));
  }
  if (message.reactions.length) stack.append(el('div', 'reactions', message.reactions.join('')));
  if (last) stack.append(el('div', 'meta', time(message.at) + (message.edits ? ' · Đã sửa' : '') + (message.private_reply_to ? ' · Trả lời riêng bình luận' : '')));
  if (!mine) row.append(avatar('', true));
  row.append(stack, messageActs(message, mine));
  return row;
}

async function showChat() {
  const list = at('messages'), pane = at('chat');
  if (!own.psid) { list.replaceChildren(el('li', 'empty', 'Chọn một người dân ở trên, hoặc tạo người mới, rồi nhắn tin cho công an.')); return; }
  const citizen = await call('citizens/' + own.psid);
  const signature = JSON.stringify(citizen.messages.map(m => [m.mid, m.text, m.deleted, m.reactions, m.edits]));
  if (signature !== own.signature) {
    own.signature = signature;
    const atEnd = pane.scrollHeight - pane.scrollTop - pane.clientHeight < 120;
    const byMid = new Map(citizen.messages.map(message => [message.mid, message]));
    const rows = [];
    citizen.messages.forEach((message, index) => {
      const before = citizen.messages[index - 1], after = citizen.messages[index + 1];
      if (!before || day(before.at) !== day(message.at)) rows.push(el('li', 'day', day(message.at)));
      rows.push(messageRow(message, byMid, !after || after.from !== message.from || after.at - message.at > 300000));
    });
    if (!rows.length) rows.push(el('li', 'empty', 'Chưa có tin nhắn nào. Viết vài dòng, gửi ảnh, video hoặc ghi âm.'));
    list.replaceChildren(...rows);
    if (atEnd) requestAnimationFrame(() => { pane.scrollTop = pane.scrollHeight; });
  }
  const answers = citizen.messages.filter(message => message.from === 'page');
  const unread = answers.some(message => !message.read);
  at('tabChat').classList.toggle('fresh', unread && own.tab !== 'chat');
  if (unread && own.tab === 'chat' && document.visibilityState === 'visible') await call(`citizens/${own.psid}/read`, {});
}

// ---- the page's wall --------------------------------------------------------------------------------------------------------

function commentRow(post, comment) {
  const row = el('li', comment.parent ? 'answer' : '');
  const byPage = comment.by === 'graph';
  const box = el('div'), said = el('div', 'said');
  said.append(el('b', '', comment.name), document.createTextNode(comment.message));
  if (comment.photo) { const photo = el('img'); photo.src = comment.photo.url; photo.alt = comment.photo.name; said.append(photo); }
  const under = el('div', 'under');
  under.append(el('span', '', time(comment.at) + (comment.edited ? ' · Đã sửa' : '')));
  if (comment.hidden) under.append(el('span', 'hidden-note', 'Trang đã ẩn, chỉ người viết còn thấy'));
  if (comment.from === own.commentAs) {
    under.append(button('Sửa', async () => { const message = prompt('Sửa bình luận', comment.message); if (message) await call(`comments/${comment.id}/edit`, { message }); }));
    under.append(button('Xoá', () => call(`comments/${comment.id}/remove`, {})));
  } else {
    under.append(button('Trả lời', async () => { const message = prompt('Trả lời bình luận'); if (message) await comments(post, { message, parent: comment.parent || comment.id }); }));
  }
  box.append(said, under);
  row.append(avatar(comment.name, byPage), box);
  return row;
}

function comments(post, body, files) {
  if (!own.psid) throw new Error('hãy chọn người dân trước');
  return call(`posts/${post.id}/comments`, { citizen: own.psid, ...body }, files);
}

function commentForm(post) {
  const form = el('form', 'commentForm'), input = el('input'), photo = el('input');
  input.type = 'text';
  input.placeholder = 'Viết bình luận…';
  input.setAttribute('aria-label', 'Viết bình luận');
  photo.type = 'file';
  photo.accept = 'image/*';
  photo.hidden = true;
  const camera = button('📷', () => photo.click(), 'plain');
  camera.title = 'Bình luận kèm ảnh';
  camera.setAttribute('aria-label', 'Bình luận kèm ảnh');
  photo.addEventListener('change', () => { camera.textContent = photo.files.length ? '🖼' : '📷'; });
  const send = el('button', 'primary', 'Gửi');
  form.append(input, photo, camera, send);
  form.addEventListener('submit', attempt(async () => {
    if (!input.value.trim() && !photo.files.length) return;
    await comments(post, { message: input.value.trim() }, [...photo.files]);
    input.value = photo.value = '';
    camera.textContent = '📷';
  }));
  return form;
}

function postCard(post) {
  const card = el('article', 'card post'), head = el('header'), names = el('div');
  card.id = 'post-' + post.id;
  names.append(el('b', '', post.name), el('time', '', `${day(post.created_at)} ${time(post.created_at)}`));
  head.append(avatar(post.name, post.by !== 'visitor' && post.by !== 'mention'), names);
  card.append(head);
  if (post.message) card.append(el('p', 'words', post.message));
  if (post.link) { const link = el('a', 'filelink', '🔗 ' + post.link); link.href = post.link; link.target = '_blank'; link.rel = 'noopener'; card.append(link); }
  if (post.photos.length) {
    const album = el('div', 'album');
    for (const photo of post.photos) { const image = el('img'); image.src = photo.url; image.alt = photo.name; album.append(image); }
    card.append(album);
  }
  if (post.video) { const video = el('video'); video.src = post.video.url; video.controls = true; video.preload = 'metadata'; card.append(video); }
  const shown = post.comments.filter(comment => !comment.deleted && (!comment.hidden || comment.from === own.commentAs));
  const tops = shown.filter(comment => !comment.parent);
  if (tops.length) {
    const list = el('ul', 'comments');
    for (const top of tops) {
      list.append(commentRow(post, top));
      for (const answer of shown.filter(comment => comment.parent === top.id)) list.append(commentRow(post, answer));
    }
    card.append(list);
  }
  card.append(commentForm(post));
  return card;
}

async function showWall() {
  const { posts } = await call('posts');
  const fresh = posts.length && own.newestPost !== undefined && posts[0].id !== own.newestPost && own.tab !== 'wall';
  if (fresh || own.newestPost === undefined || own.tab === 'wall') at('tabWall').classList.toggle('fresh', Boolean(fresh));
  if (own.newestPost === undefined || own.tab === 'wall') own.newestPost = posts.length ? posts[0].id : '';
  const signature = JSON.stringify(posts.map(post => [post.id, post.message, post.comments.map(c => [c.id, c.message, c.hidden, c.deleted])])) + own.psid;
  const typing = at('posts').contains(document.activeElement) && document.activeElement.value;
  if (signature === own.wallSignature || typing) return;
  own.wallSignature = signature;
  at('posts').replaceChildren(...(posts.length ? posts.map(postCard) : [el('p', 'quietnote', 'Trang chưa có bài đăng nào.')]));
}

// ---- who, and which pane ----------------------------------------------------------------------------------------------------

async function showCitizens() {
  const { citizens } = await call('citizens');
  citizens.sort((a, b) => b.updated_at - a.updated_at || a.name.localeCompare(b.name, 'vi'));
  if (!citizens.some(citizen => citizen.psid === own.psid)) own.psid = citizens.length ? citizens[0].psid : '';
  own.commentAs = (citizens.find(citizen => citizen.psid === own.psid) || {}).comment_as;
  const select = at('citizen'), signature = JSON.stringify(citizens.map(c => [c.psid, c.name]));
  if (signature !== own.citizensSignature) {
    own.citizensSignature = signature;
    select.replaceChildren(...citizens.slice(0, 300).map(citizen => new Option(citizen.name, citizen.psid)));
    if (!citizens.length) select.append(new Option('chưa có ai', ''));
  }
  select.value = own.psid;
  localStorage.setItem('citizen', own.psid);
}

function choose(psid) {
  own.psid = psid;
  own.signature = own.wallSignature = undefined;
  own.replyTo = null;
  showReplyTo();
  localStorage.setItem('citizen', psid);
  refresh();
}

function openTab(name) {
  own.tab = name;
  for (const [tab, pane] of [['chat', 'tabChat'], ['wall', 'tabWall']]) {
    at(tab).hidden = tab !== name;
    at(pane).setAttribute('aria-selected', tab === name);
  }
  at('composer').hidden = name !== 'chat';
  refresh();
  if (name === 'chat') requestAnimationFrame(() => { at('chat').scrollTop = at('chat').scrollHeight; });
}

async function refresh() {
  try {
    await showCitizens();
    await Promise.all([showChat(), showWall()]);
  } catch (error) {
    trouble('Không đọc được từ máy chủ mô phỏng: ' + error.message);
  }
}

async function follow() {
  const page = await call('page').catch(() => null);
  if (page) { at('pageName').textContent = page.name; document.title = 'Nhắn tin cho ' + page.name; }
  if (location.pathname !== '/') openTab('wall');
  let revision = 0;
  for (;;) {
    try {
      const answer = await call('changes?after=' + revision);
      if (answer.revision !== revision) { revision = answer.revision; await refresh(); }
      at('pageState').textContent = 'Thường trả lời trong ít phút';
    } catch {
      at('pageState').textContent = 'Mất kết nối với máy chủ mô phỏng, đang thử lại…';
      revision = 0;
      await new Promise(done => setTimeout(done, 1500));
    }
  }
}

// ---- writing ------------------------------------------------------------------------------------------------------------------

function showReplyTo() {
  at('replyTo').hidden = !own.replyTo;
  at('replyTo').querySelector('span').textContent = own.replyTo ? 'Trả lời: ' + (own.replyTo.text || 'tệp đính kèm') : '';
}

function showFiles() {
  at('files').hidden = !own.files.length;
  at('files').replaceChildren(...own.files.map((file, index) => {
    const box = el('div', '', file.type.startsWith('image/') ? undefined : file.name);
    if (file.type.startsWith('image/')) { const image = el('img'); image.src = URL.createObjectURL(file); image.alt = file.name; box.append(image); }
    const away = button('✕', () => { own.files.splice(index, 1); showFiles(); });
    away.setAttribute('aria-label', 'Bỏ ' + file.name);
    box.append(away);
    return box;
  }));
}

async function write(body, files = []) {
  if (!own.psid) throw new Error('hãy chọn hoặc tạo một người dân trước');
  if (own.replyTo) body.reply_to = own.replyTo.mid;
  await call(`citizens/${own.psid}/messages`, body, files);
  own.replyTo = null;
  showReplyTo();
  at('chat').scrollTop = at('chat').scrollHeight;
}

const kindOf = file => ['image', 'video', 'audio'].find(kind => file.type.startsWith(kind + '/')) || 'file';

at('sendForm').addEventListener('submit', attempt(async () => {
  const text = at('text').value.trim(), files = own.files;
  if (!text && !files.length) return;
  const body = { text };
  if (files.length) body.attachments = files.map((file, index) => ({ file: index, kind: kindOf(file), mime: file.type, name: file.name }));
  await write(body, files);
  own.files = [];
  at('text').value = '';
  at('text').style.height = '';
  showFiles();
}));

at('text').addEventListener('keydown', event => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); at('sendForm').requestSubmit(); }
});
at('text').addEventListener('input', () => { at('text').style.height = ''; at('text').style.height = at('text').scrollHeight + 'px'; });
at('attach').addEventListener('click', () => at('fileInput').click());
at('fileInput').addEventListener('change', () => { own.files.push(...at('fileInput').files); at('fileInput').value = ''; showFiles(); at('text').focus(); });
at('replyTo').querySelector('button').addEventListener('click', () => { own.replyTo = null; showReplyTo(); });
at('place').addEventListener('click', attempt(() => write({ attachments: [{ kind: 'location', lat: +(21.0285 + Math.random() / 50).toFixed(5), long: +(105.8542 + Math.random() / 50).toFixed(5) }] })));
at('citizen').addEventListener('change', () => choose(at('citizen').value));
at('tabChat').addEventListener('click', () => openTab('chat'));
at('tabWall').addEventListener('click', () => openTab('wall'));
at('newCitizen').addEventListener('click', () => { at('newForm').hidden = false; at('newName').focus(); });
at('newCancel').addEventListener('click', () => { at('newForm').hidden = true; });
at('newForm').addEventListener('submit', attempt(async () => {
  const name = at('newName').value.trim();
  if (!name) return;
  const citizen = await call('citizens', { name });
  at('newName').value = '';
  at('newForm').hidden = true;
  choose(citizen.psid);
  at('text').focus();
}));
const showPicked = () => { at('visitorPick').textContent = at('visitorPhoto').files.length ? `🖼 ${at('visitorPhoto').files.length} ảnh` : '📷 Thêm ảnh'; };
at('visitorPick').addEventListener('click', () => at('visitorPhoto').click());
at('visitorPhoto').addEventListener('change', showPicked);
at('visitorForm').addEventListener('submit', attempt(async () => {
  const message = at('visitorText').value.trim();
  if (!message) return;
  if (!own.psid) throw new Error('hãy chọn người dân trước');
  await call('visitor_posts', { citizen: own.psid, message }, [...at('visitorPhoto').files]);
  at('visitorText').value = at('visitorPhoto').value = '';
  showPicked();
}));
document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') refresh(); });

// ---- recording -----------------------------------------------------------------------------------------------------------------

let recorder, recordTimer;

function stopRecording() {
  clearInterval(recordTimer);
  recorder.stream.getTracks().forEach(track => track.stop());
  at('recording').hidden = true;
  at('sendForm').hidden = false;
}

at('record').addEventListener('click', async () => {
  if (!navigator.mediaDevices || !window.MediaRecorder) { trouble('Trình duyệt này không ghi âm được. Mở trang bằng địa chỉ 127.0.0.1 hoặc gửi tệp âm thanh.'); return; }
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const type = ['audio/mp4', 'audio/webm', 'audio/ogg'].find(one => MediaRecorder.isTypeSupported(one)) || '';
    recorder = new MediaRecorder(stream, type ? { mimeType: type } : {});
  } catch (error) {
    trouble('Không dùng được micrô: ' + error.message);
    return;
  }
  const parts = [], started = Date.now();
  recorder.ondataavailable = event => parts.push(event.data);
  recorder.onstop = attempt(async () => {
    if (recorder.cancelled) return;
    const mime = recorder.mimeType.split(';')[0] || 'audio/webm';
    const name = `ghi-am-${new Date().toISOString().slice(0, 19).replace(/[:T]/g, '')}.${mime === 'audio/mp4' ? 'm4a' : mime.split('/')[1]}`;
    await write({ attachments: [{ file: 0, kind: 'audio', mime, name }] }, [new File(parts, name, { type: mime })]);
  });
  recorder.start();
  at('recording').hidden = false;
  at('sendForm').hidden = true;
  recordTimer = setInterval(() => {
    const seconds = Math.floor((Date.now() - started) / 1000);
    at('recordTime').textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }, 250);
});
at('recordDone').addEventListener('click', () => { recorder.stop(); stopRecording(); });
at('recordCancel').addEventListener('click', () => { recorder.cancelled = true; recorder.stop(); stopRecording(); });

follow();
